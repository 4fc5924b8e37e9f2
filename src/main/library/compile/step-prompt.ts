import type { Step } from './definition-steps.ts'
import type { StepLinks } from './link-steps.ts'
import { pathStep, templateText } from './template-text.ts'

export interface PromptParts {
  readonly step: Step
  readonly links: StepLinks
  /** Fields that conditions of others read; the answer is then an object. */
  readonly fields: readonly string[]
  /** Conditions in words. */
  readonly words: readonly string[]
  /** The steps that give an input, with the field of their answer where that is an object. */
  readonly source: (id: string, key: string) => { readonly label: string; readonly field: string | null }
}

/** What the agent of a step is asked: its task, the request, what others have found, and what it owes. */
export function stepPrompt({ step, links, fields, words, source }: PromptParts): string {
  const { agent } = step
  const task = agent.task ?? agent.description ?? `Do your part as ${agent.type ?? agent.id}.`
  const inputs = [...links.inputs].flatMap(([key, ids]) =>
    ids.map((id) => {
      const { label, field } = source(id, key)
      const value = field === null ? `stages.${id}` : `stages.${id}.${pathStep(field)}`
      return `## ${templateText(key)}, from ${templateText(label)}\n\n{{ ${value} }}`
    }),
  )
  const given = links.given.map(
    (key) => `## ${templateText(key)}\n\n{{ $type(input) = "object" ? $lookup(input, ${JSON.stringify(key)}) : "See the request." }}`,
  )
  return [
    `# Your task\n\n${templateText(task)}`,
    '# The request\n\n{{ input }}',
    ...(inputs.length + given.length === 0 ? [] : [['# What is known', ...inputs, ...given].join('\n\n')]),
    ...(agent.deliverables.length === 0 ? [] : [`# Deliver\n\n${agent.deliverables.map((each) => `- ${templateText(each)}`).join('\n')}`]),
    ...words.map(
      (condition) => `Do this only where the following holds; otherwise answer “Not needed” with the reason: ${templateText(condition)}`,
    ),
    ...(fields.length === 0
      ? []
      : [`Answer with one JSON object and nothing else. It has these fields: ${fields.map((field) => templateText(field)).join(', ')}.`]),
  ].join('\n\n')
}
