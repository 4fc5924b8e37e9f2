import type { Processor, Stage } from '../../../shared/pipeline.ts'
import { expressionsIn } from './template.ts'

/** An expression of a stage and the field in which it stands. */
export interface FieldExpression {
  readonly field: string
  readonly text: string
}

/** Every expression of a stage, also those within templates and within the body of a loop. */
export function expressionsOf(stage: Stage): FieldExpression[] {
  const own = (field: string, text: string | undefined) => (text === undefined ? [] : [{ field, text }])
  return [
    ...Object.entries(stage.input).map(([name, text]) => ({ field: `input.${name}`, text })),
    ...own('condition', stage.condition),
    ...own('over', stage.over),
    ...own('output', stage.output),
    ...own('cache.key', stage.cache?.key),
    ...inTemplate('once.key', stage.once?.key),
    ...ofProcessor('processor', stage.processor),
    ...(stage.compensation ? ofProcessor('compensation', stage.compensation) : []),
  ]
}

function ofProcessor(at: string, processor: Processor): FieldExpression[] {
  switch (processor.type) {
    case 'prompt':
      return [...inTemplate(`${at}.prompt`, processor.prompt), ...inTemplate(`${at}.system`, processor.system)]
    case 'tool':
      return Object.entries(processor.arguments).map(([name, text]) => ({ field: `${at}.arguments.${name}`, text }))
    case 'pipeline':
      return Object.entries(processor.vars).map(([name, text]) => ({ field: `${at}.vars.${name}`, text }))
    case 'transform':
      return [{ field: `${at}.expression`, text: processor.expression }]
    case 'validate':
      return [{ field: `${at}.value`, text: processor.value }]
    case 'branch':
      return processor.cases.map(({ name, when }) => ({ field: `${at}.cases.${name}`, text: when }))
    case 'loop':
      return [
        { field: `${at}.until`, text: processor.until },
        ...processor.body.flatMap((inner) =>
          expressionsOf(inner).map(({ field, text }) => ({ field: `${at}.body.${inner.id}.${field}`, text })),
        ),
      ]
    case 'ask':
      return [...inTemplate(`${at}.question`, processor.question), ...inTemplate(`${at}.detail`, processor.detail)]
    case 'code':
      return []
    default:
      return processor satisfies never
  }
}

function inTemplate(field: string, template: string | undefined): FieldExpression[] {
  return template === undefined ? [] : expressionsIn(template).map((text) => ({ field, text }))
}
