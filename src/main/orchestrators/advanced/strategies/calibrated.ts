import type { Outcome } from '../../../../shared/run.ts'
import { say } from '../../../../shared/sentence.ts'
import type { RunContext } from '../../../kernel/context.ts'
import { memberTask, withAnswerLine } from '../ask-member.ts'
import { groupAnswers, type VoteGroup } from '../consensus/group-answers.ts'
import { outcomeOf } from '../consensus/summary.ts'
import { mustAskOf, questionText, type SeatedMember, type StrategyQuestion } from '../input.ts'
import { noAnswer } from '../no-answer.ts'
import { Rater } from '../quality/rater.ts'
import { type Advice, advise, type CascadePolicy, weightsFor } from '../routing/cascade-policy.ts'
import { speakerOf } from '../routing/vote-weights.ts'
import { taskTypeOf } from '../task-type.ts'
import { ids } from '../wording.ts'
import { ballotsOf, failuresOf, finalBallotsOf, givenOf, type Standing, standing, uncounted } from './ballots.ts'
import { noteVote } from './note-vote.ts'

/**
 * Asks one member after the other, each time the one that promises most for its price given who agreed with whom so far, and stops where
 * nobody is worth asking any more. The answer is the pick of a vote weighted by how often each was right.
 */
export async function byCalibration(ctx: RunContext, asked: StrategyQuestion<'cascade'>, policy: CascadePolicy): Promise<Outcome> {
  const question = withAnswerLine(ctx, asked)
  const words = questionText(question.turns)
  const taskType = question.taskType ?? taskTypeOf(words).type
  const seats = policy.models.map((model) => question.members.find((member) => member.model === model))
  let standings: Standing[] = []
  const ask = async (members: readonly SeatedMember[]) => {
    const settled = await ctx.all(members.map((member) => memberTask(question, member)))
    standings = [...standings, ...settled.map((each) => standing(question, each))]
  }
  const must = mustAskOf(question)
  if (must.length > 0) await ask(must)
  for (;;) {
    const advice = adviceOn(standings, seats, { policy, taskType, words })
    const next = advice.next === null ? undefined : seats[advice.next]
    noteAdvice(ctx, advice, next, question.members)
    if (next === undefined || standings.some(({ member }) => member.id === next.id)) break
    ctx.progress(standings.length, question.members.length, say('asking.now', { who: next.label }))
    await ask([next])
  }
  const { pick } = adviceOn(standings, seats, { policy, taskType, words })
  const weights = weightsFor(policy, taskType)
  const weightOf = (id: string) => weights[seats.findIndex((seat) => seat?.id === id)] ?? 0
  const groups = weighedFirst(groupAnswers(finalBallotsOf(standings), words), pick, weightOf)
  const notAsked = question.members.filter(({ id }) => standings.every(({ member }) => member.id !== id))
  const tally = { all: question.members, groups, notAsked, failed: uncounted(standings), committed: ballotsOf(standings).length > 0 }
  const outcome = outcomeOf(tally)
  if (outcome === null) throw noAnswer(failuresOf(standings))
  noteVote(ctx, say('vote.cascade'), tally)
  ctx.progress(question.members.length, question.members.length, say('decided'))
  return new Rater(ctx, question).outcome(outcome, givenOf(standings))
}

interface Knowledge {
  readonly policy: CascadePolicy
  readonly taskType: string
  readonly words: string
}

/** The answers so far in the order of the policy's models: equal keys for equal answers, null for none. */
function adviceOn(
  standings: readonly Standing[],
  seats: readonly (SeatedMember | undefined)[],
  { policy, taskType, words }: Knowledge,
): Advice {
  const groups = groupAnswers(ballotsOf(standings), words)
  const answers = seats.map((seat) => {
    if (seat === undefined) return null
    if (standings.every(({ member }) => member.id !== seat.id)) return undefined
    return keyOf(groups.find(({ members }) => members.includes(seat.id)))
  })
  return advise(policy, taskType, answers)
}

function keyOf(group: VoteGroup | undefined): string | null {
  return group === undefined ? null : `${group.form}:${group.key}`
}

/** The group that the weighted vote picks stands first, also where another has as many votes, and who is most often right speaks for it. */
function weighedFirst(groups: readonly VoteGroup[], pick: string | null, weightOf: (member: string) => number): VoteGroup[] {
  const picked = groups.find((group) => keyOf(group) === pick)
  const speaker = speakerOf((picked?.ballots ?? []).map((ballot) => ({ ballot, wording: ballot.answer, weight: weightOf(ballot.member) })))
  if (picked === undefined || speaker === undefined) return [...groups]
  const { ballot } = speaker
  return [{ ...picked, answer: ballot.answer, spokesman: ballot }, ...groups.filter((group) => group !== picked)]
}

function noteAdvice(ctx: RunContext, advice: Advice, next: SeatedMember | undefined, among: readonly SeatedMember[]): void {
  const { right, goingOn, seen, basis } = advice
  const chance = say('calibrated.chance', { right, n: seen, basis: say(`calibrated.basis.${basis}`) })
  if (next === undefined) {
    const reason = goingOn === null ? say('calibrated.nobody', { chance }) : say('calibrated.enough', { chance, worth: goingOn })
    ctx.note({ title: say('stopped.asking'), reason, chosen: [], among: ids(among) })
    return
  }
  const worth = say('calibrated.worth', { who: next.label, worth: goingOn ?? 0 })
  ctx.note({
    title: say('asked.one', { who: `${next.number}` }),
    reason: right === 0 ? say('calibrated.asks', { worth }) : say('calibrated.goes-on', { chance, worth }),
    chosen: [next.id],
    among: ids(among),
  })
}
