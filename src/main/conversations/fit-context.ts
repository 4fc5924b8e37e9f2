import type { ContextUse } from '../../shared/conversation.ts'
import type { ModelInfo, ModelRequest, Turn } from '../../shared/model.ts'
import type { Decision } from '../../shared/run.ts'
import { say } from '../../shared/sentence.ts'
import { told } from '../../shared/sentences/told.ts'
import { requestOf } from '../orchestrators/advanced/ask-member.ts'
import type { AdvancedInput, SeatedMember } from '../orchestrators/advanced/input.ts'

/** Tokens are estimated: this part of a window is not counted on. */
const SAFETY = 0.1

export interface Fitting {
  readonly models: () => readonly ModelInfo[]
  /** About how many input tokens a request has. */
  readonly tokens: (request: Pick<ModelRequest, 'model' | 'system' | 'turns' | 'tools'>) => number
}

/** The question with the oldest turns left out for each member in whose window they do not fit. The question itself always stays. */
export function fitContext<I extends AdvancedInput>(input: I, fitting: Fitting): I {
  return { ...input, members: input.members.map((member) => ({ ...member, skip: skipFor(input, member, fitting) })) }
}

/** How full each member's window would be. */
export function contextOf(input: AdvancedInput, fitting: Fitting): ContextUse[] {
  return input.members.map((member) => ({
    member: member.id,
    label: member.label,
    tokens: fitting.tokens(requestOf(input, member)),
    room: roomOf(member, fitting),
    leftOut: member.skip ?? 0,
  }))
}

/** Who is not told of how many earlier messages. */
export function leftOutDecisions(input: AdvancedInput): Decision[] {
  return input.members.flatMap(({ label, skip = 0 }): Decision[] => {
    if (skip === 0) return []
    return [{ ...told({ title: say('shortened'), reason: say('shortened.why', { who: label, n: skip }) }), chosen: [label], among: [] }]
  })
}

function roomOf(member: SeatedMember, { models }: Fitting): number | null {
  const contextWindow = models().find((model) => model.ref === member.model)?.contextWindow ?? null
  return contextWindow === null ? null : Math.max(0, Math.floor(contextWindow * (1 - SAFETY)) - member.maxOutputTokens)
}

function skipFor({ system, turns }: AdvancedInput, member: SeatedMember, fitting: Fitting): number {
  const room = roomOf(member, fitting)
  if (room === null) return 0
  const count = (counted: Turn[], text = '') => fitting.tokens({ model: member.model, system: text, turns: counted, tools: [] })
  let total = count(turns, system)
  const last = turns.findLastIndex((turn) => turn.role === 'user')
  for (const [at, turn] of turns.entries()) {
    // Vendors want a conversation to begin with the user.
    if (at >= last || (total <= room && turn.role === 'user')) return at
    total -= count([turn])
  }
  return 0
}
