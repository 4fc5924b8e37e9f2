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

/** "Known of math: DeepSeek 0.91 (34 answers, 30 of them in the Lab’s “gsm”)." */
function learnedWords(members: Option['members'], taskType: string): string {
  const each = members.flatMap(({ info, known }) => {
    if (!known) return []
    const lab =
      known.labCount >= 1
        ? `, ${known.labCount.toFixed(0)} of them in the Lab’s ${known.dataSets.map((name) => `“${name}”`).join(', ')}`
        : ''
    const tried = Math.abs(known.quality - known.mean) >= 0.005 ? `, reckoned with as ${known.quality.toFixed(2)} to learn more` : ''
    return [`${info.label} ${known.mean.toFixed(2)} (${known.count.toFixed(0)} answers${lab}${tried})`]
  })
  return `Known of ${taskType}: ${each.join(', ')}.`
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
    ...(option.members.some(({ known }) => known) ? [learnedWords(option.members, analysis.taskType)] : []),
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
