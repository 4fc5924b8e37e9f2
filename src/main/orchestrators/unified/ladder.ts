import type { ModelInfo } from '../../../shared/model.ts'
import { Member, type StrategySettings } from '../../../shared/preset.ts'
import { say } from '../../../shared/sentence.ts'
import { seatMembers } from '../advanced/input.ts'
import type { Rung } from './auto-plan.ts'
import type { Candidate } from './select/candidate.ts'
import type { Option } from './select/options.ts'

const CASCADE: StrategySettings = { strategy: 'cascade', stopOn: 'quality', threshold: 0.7 }
const SEQUENTIAL: StrategySettings = { strategy: 'sequential', minCharacters: 1 }
const MOST_A_RUNG = 3

/**
 * What is tried where no member gives an answer: other members as a cascade, then in turn; then the strongest of the first choice
 * once more by itself; last the demo, labelled as simulated. A step with nobody left for it is left out.
 */
export function ladderBelow(option: Option, candidates: readonly Candidate[], models: readonly ModelInfo[]): Rung[] {
  const first = new Set(option.members.map(({ member }) => member.id))
  const others = candidates.filter(({ member, info }) => !first.has(member.id) && !info.simulated).toSorted(byPrice)
  const wide = option.members.length > 1 && option.settings.strategy !== 'sequential' && option.settings.strategy !== 'expert'
  const cascaded = wide && others.length >= 2 ? others.slice(0, MOST_A_RUNG) : []
  const inTurn = others.slice(cascaded.length, cascaded.length + MOST_A_RUNG)
  const strongest = option.members.toSorted((a, b) => b.strength - a.strength)[0]
  const real = strongest !== undefined && !strongest.info.simulated
  const again = real ? [{ ...strongest.member, id: `${strongest.member.id}-again` }] : []
  const demo = real
    ? models
        .filter((model) => model.simulated && model.enabled)
        .slice(-1)
        .map((model) => Member.parse({ id: 'demo', model: model.ref }))
    : []
  const plans = [
    {
      settings: CASCADE,
      members: cascaded.map(({ member }) => member),
      words: say('auto.rung.cascade', { n: cascaded.length }),
    },
    {
      settings: SEQUENTIAL,
      members: inTurn.map(({ member }) => member),
      words: say('auto.rung.in-turn', { n: inTurn.length }),
    },
    { settings: SEQUENTIAL, members: again, words: say('auto.rung.again', { who: strongest?.info.label ?? '' }) },
    { settings: SEQUENTIAL, members: demo, words: say('auto.rung.demo') },
  ].filter(({ members }) => members.length > 0)
  let seated = option.members.length
  return plans.map(({ settings, members, words }) => {
    const seats = seatMembers(members, models).map((seat) => ({ ...seat, number: seat.number + seated, joins: true }))
    seated += members.length
    return { words, settings, members: seats }
  })
}

function byPrice(a: Candidate, b: Candidate): number {
  return (a.cost?.aboutMicros ?? 0) - (b.cost?.aboutMicros ?? 0)
}
