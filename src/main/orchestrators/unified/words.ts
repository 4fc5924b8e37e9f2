import type { Decision } from '../../../shared/run.ts'
import { members } from '../advanced/wording.ts'
import type { Analysis } from './analyse/analysis.ts'
import type { Choice } from './select/choose.ts'
import type { Option } from './select/options.ts'

/** "voting with three members", "Claude as the specialist". */
export function optionInWords({
  settings,
  members: asked,
}: Pick<Option, 'settings'> & { members: readonly { readonly label: string }[] }): string {
  const first = asked[0]?.label ?? ''
  switch (settings.strategy) {
    case 'voting':
      return `voting with ${members(asked.length)}`
    case 'cascade':
      return `a cascade of ${members(asked.length)}`
    case 'parallel':
      return settings.merge === 'model' ? `merging the answers of ${members(asked.length)}` : `${members(asked.length)} side by side`
    case 'expert':
      return `${first} as the specialist`
    case 'sequential':
      return asked.length > 1 ? `${first} first, with ${members(asked.length - 1)} in reserve` : `${first} alone`
  }
}

/** The one sentence of why, with its evidence; of a message that is still typed, what would be chosen. */
export function autoDecision(choice: Choice, analysis: Analysis, verb: 'chose' | 'would choose' = 'chose'): Decision {
  const { option, because, orchestrator, passedOver } = choice
  const labelled = { settings: option.settings, members: option.members.map(({ info }) => ({ label: info.label })) }
  const way = orchestrator === 'advanced' ? optionInWords(labelled) : `${orchestrator} with ${members(option.members.length)}`
  const title = `Auto ${verb} ${way}`
  const evidence = analysis.needsTools.value ? analysis.needsTools.evidence : analysis.taskEvidence
  const steering = analysis.patterns.some(({ pattern }) => pattern === 'steering')
  const rest = [
    evidence,
    ...(analysis.complexity.value >= 0.4 ? [`It is complex: ${analysis.complexity.evidence.join(', ')}.`] : []),
    ...(steering ? ['Its wish about models and rules is not obeyed.'] : []),
    ...(passedOver.length > 0 ? [`Not asked: ${passedOver.join('; ')}.`] : []),
  ]
  return {
    title,
    reason: `${title} because ${because}. ${rest.join(' ')}`.trim(),
    chosen: option.members.map(({ member }) => member.id),
    among: option.members.map(({ info }) => info.label),
    kind: 'auto',
  }
}
