import type { StrategySettings } from '../../../shared/preset.ts'
import { say, type Words } from '../../../shared/sentence.ts'
import type { Noted } from '../../kernel/context.ts'
import { taskWords } from '../advanced/task-type.ts'
import type { Analysis } from './analyse/analysis.ts'
import type { Choice } from './select/choose.ts'
import type { Option } from './select/options.ts'

/** "voting with three members", "Claude as the specialist". */
export function optionInWords(settings: StrategySettings, labels: readonly string[]): Words {
  const [who = ''] = labels
  const n = labels.length
  switch (settings.strategy) {
    case 'voting':
      return say('auto.voting', { n })
    case 'cascade':
      return say('auto.cascade', { n })
    case 'parallel':
      return settings.merge === 'model' ? say('auto.merging', { n }) : say('auto.beside', { n })
    case 'expert':
      return say('auto.specialist', { who })
    case 'sequential':
      return n > 1 ? say('auto.in-turn', { who, n: n - 1 }) : say('auto.alone', { who })
  }
}

/** "Known of math: DeepSeek 0.91 (34 answers, 30 of them in the Lab’s “gsm”)." */
function learnedWords(members: Option['members'], taskType: string): Words {
  const each = members.flatMap(({ info, known }) => {
    if (!known) return []
    const { mean, quality, count, labCount, dataSets } = known
    const sets = dataSets.map((name) => `“${name}”`)
    const lab = labCount >= 1 ? say('auto.known.lab', { n: Math.round(labCount), sets }) : ''
    const tried = Math.abs(quality - mean) >= 0.005 ? say('auto.known.tried', { quality }) : ''
    return [say('auto.known.one', { who: info.label, mean, n: Math.round(count), lab, tried })]
  })
  return say('auto.known', { task: taskWords(taskType), each })
}

/** The one sentence of why, with its evidence; of a message that is still typed, what would be chosen. */
export function autoDecision(choice: Choice, analysis: Analysis, verb: 'auto.chose' | 'auto.would' = 'auto.chose'): Noted {
  const { option, because, orchestrator, passedOver } = choice
  const labels = option.members.map(({ info }) => info.label)
  const way =
    orchestrator === 'advanced' ? optionInWords(option.settings, labels) : say('auto.orchestrator', { orchestrator, n: labels.length })
  const title = say(verb, { way })
  const steering = analysis.patterns.some(({ pattern }) => pattern === 'steering')
  return {
    title,
    reason: [
      say('auto.because', { title, because }),
      analysis.needsTools.value ? analysis.needsTools.evidence : analysis.taskEvidence,
      analysis.complexity.value >= 0.4 ? say('auto.complex', { why: analysis.complexity.evidence }) : '',
      option.members.some(({ known }) => known) ? learnedWords(option.members, analysis.taskType) : '',
      steering ? say('auto.disobeyed') : '',
      passedOver.length > 0 ? say('auto.not-asked', { who: passedOver }) : '',
    ],
    chosen: option.members.map(({ member }) => member.id),
    among: labels,
    kind: 'auto',
  }
}
