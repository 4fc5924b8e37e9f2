import { Pipeline, Stage } from '../../../../shared/pipeline.ts'
import type { TextFormat } from './read-text.ts'

/** A pipeline as text, without what is as it would be anyway. */
export async function writeText(pipeline: Pipeline, format: TextFormat): Promise<string> {
  const { id: _, stages, ...head } = pipeline
  const short = {
    ...shortened(head, (value) => Pipeline.safeParse({ ...value, id: pipeline.id, stages: [] })),
    stages: stages.map(shortStage),
  }
  if (format === 'json') return `${JSON.stringify(short, null, 2)}\n`
  const { stringify } = await import('yaml')
  return stringify(short, { lineWidth: 0, aliasDuplicateObjects: false })
}

const SHORT = new WeakMap<Stage, object>()

/** Stages that did not change are not looked at again. */
function shortStage(stage: Stage): object {
  const known = SHORT.get(stage)
  if (known) return known
  const processor = shortened(stage.processor, (value) => Stage.shape.processor.safeParse(value))
  const { body } = { body: [], ...(stage.processor.type === 'loop' ? stage.processor : {}) }
  const whole = { ...stage, processor: body.length === 0 ? processor : { ...processor, body: body.map(shortStage) } }
  const short = shortened(whole, (value) => Stage.safeParse(value), ['id', 'processor'])
  SHORT.set(stage, short)
  return short
}

type Read = (value: object) => { readonly success: boolean; readonly data?: unknown }

/** Without each field whose absence is read as the same. */
function shortened(value: object, read: Read, keep: readonly string[] = ['type']): object {
  let left = value
  const same = JSON.stringify(sorted(read(value).data))
  for (const key of Object.keys(value)) {
    if (keep.includes(key)) continue
    const without = Object.fromEntries(Object.entries(left).filter(([name]) => name !== key))
    const tried = read(without)
    if (tried.success && JSON.stringify(sorted(tried.data)) === same) left = without
  }
  return left
}

function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
    : value
}
