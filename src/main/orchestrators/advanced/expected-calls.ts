import type { ModelRequest } from '../../../shared/model.ts'
import { requestOf, systemWithAnswerLine } from './ask-member.ts'
import { type AdvancedInput, mergeModelOf } from './input.ts'

/** As the budget counts text that it has not seen. */
const BYTES_A_TOKEN = 2

/** The calls of all members, and of the merge, which reads their answers. */
export function requestsOf(input: AdvancedInput): ModelRequest[] {
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
