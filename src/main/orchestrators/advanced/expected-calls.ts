import type { ModelRequest } from '../../../shared/model.ts'
import { requestOf, systemWithAnswerLine } from './ask-member.ts'
import { type AdvancedInput, mergeModelOf, questionText } from './input.ts'
import { judgeRequest, RUBRIC } from './quality/judge.ts'

/** As the budget counts text that it has not seen. */
const BYTES_A_TOKEN = 2

/** The calls of all members, of the merge, which reads their answers, and of the judge. */
export function requestsOf(input: AdvancedInput): ModelRequest[] {
  return [...answeringOf(input), ...judgingOf(input)]
}

/** Two calls an answer that is judged: the final one, or each that is held against a threshold. */
function judgingOf({ judge, settings, members, turns }: AdvancedInput): ModelRequest[] {
  if (judge === undefined) return []
  const each = settings.strategy === 'sequential' || (settings.strategy === 'cascade' && settings.stopOn === 'quality')
  const longest = Math.max(...members.map(({ maxOutputTokens }) => maxOutputTokens))
  const request = judgeRequest(judge, questionText(turns), 'x'.repeat(longest * BYTES_A_TOKEN), RUBRIC)
  const rated = 2 * (each ? members.length : 1)
  const others = members.length - 1
  // Free text is compared in pairs, each in both orders, and taken apart once.
  const compared = settings.strategy === 'voting' ? members.length * others + others : settings.strategy === 'parallel' ? others : 0
  return Array.from({ length: rated + compared }, () => request)
}

function answeringOf(input: AdvancedInput): ModelRequest[] {
  const { strategy } = input.settings
  const compared = strategy === 'voting' || strategy === 'cascade'
  const question = compared ? { ...input, system: systemWithAnswerLine(input.system) } : input
  const requests = input.members.map((member) => requestOf(question, member))
  const [first] = requests
  const merge = mergeModelOf(input.settings, input.members)
  if (merge === null || first === undefined) return requests
  const answers = requests.reduce((sum, { maxOutputTokens }) => sum + maxOutputTokens, 0)
  const text = 'x'.repeat(answers * BYTES_A_TOKEN)
  const turns = [...input.turns, { role: 'user' as const, parts: [{ type: 'text' as const, text }] }]
  return [...requests, { ...first, speaker: 'merge', model: merge, turns, fallbacks: [], maxOutputTokens: input.mergeMaxOutputTokens }]
}

/** How many members are asked when nothing unusual happens: the first so many. */
export function likelyCalls({ settings, members }: Pick<AdvancedInput, 'settings'> & { readonly members: readonly unknown[] }): number {
  switch (settings.strategy) {
    case 'voting':
      return settings.earlyStop ? Math.floor(members.length / 2) + 1 : members.length
    case 'cascade':
      return settings.stopOn === 'agreement' ? Math.min(settings.agree ?? 2, members.length) : 1
    case 'parallel':
      return members.length
    default:
      return 1
  }
}
