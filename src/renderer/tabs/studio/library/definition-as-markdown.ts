import { type CommandAgent, CommandDefinition, type CommandPhase } from '../../../../shared/command-definition.ts'

/**
 * A definition as the Markdown command that a person would write: a heading a phase, an item a step, with its agent, what it needs and how
 * it is undone. Other assistants read it as one prompt. null where the text is no definition.
 */
export function definitionAsMarkdown(text: string): string | null {
  const read = CommandDefinition.safeParse(parsed(text))
  if (!read.success) return null
  const { name, description, argumentHint, phases } = read.data
  const front = [
    '---',
    `name: ${JSON.stringify(name)}`,
    `description: ${JSON.stringify(description)}`,
    ...(argumentHint == null ? [] : [`argument-hint: ${JSON.stringify(argumentHint)}`]),
    '---',
  ].join('\n')
  return `${[front, ...phases.map(phaseText), '## Arguments\n\n$ARGUMENTS'].join('\n\n')}\n`
}

function phaseText({ id, name, condition, sequential, agents }: CommandPhase, index: number): string {
  const only = condition == null || condition === true ? [] : [`Only if ${condition}.`]
  const steps = agents.map((agent, place) => `${sequential === true ? `${place + 1}.` : '-'} ${stepText(agent)}`)
  return [`## ${name ?? id ?? `Phase ${index + 1}`}`, ...only, steps.join('\n')].join('\n\n')
}

function stepText({ id, type, task, description, context, condition, compensation }: CommandAgent): string {
  const sentences = [
    `**${id}**${type == null ? '' : ` (${type})`}: ${oneLine(task ?? description ?? '')}`,
    ...(condition == null || condition === true ? [] : [`Only if ${condition}.`]),
    ...(context.inputs.length === 0 ? [] : [`Needs ${context.inputs.map(({ key }) => key).join(', ')}.`]),
    ...(context.outputs.length === 0 ? [] : [`Gives ${context.outputs.map(({ key }) => key).join(', ')}.`]),
    ...(compensation?.task === undefined ? [] : [`If a later step fails: ${oneLine(compensation.task)}`]),
  ]
  return sentences.join(' ')
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
