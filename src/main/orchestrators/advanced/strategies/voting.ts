import { TuttiError } from '../../../../shared/errors.ts'
import type { ModelAnswer } from '../../../../shared/model.ts'
import type { Outcome } from '../../../../shared/run.ts'
import { say, type Told } from '../../../../shared/sentence.ts'
import { told } from '../../../../shared/sentences/told.ts'
import type { Quorum, RunContext, Settled } from '../../../kernel/context.ts'
import { askMember, withAnswerLine } from '../ask-member.ts'
import { isSure } from '../consensus/adaptive-stop.ts'
import { type Ballot, groupAnswers, type VoteGroup } from '../consensus/group-answers.ts'
import { rankPairs } from '../consensus/rank-pairs.ts'
import { outcomeOf } from '../consensus/summary.ts'
import { electorWeights, voteDecided, weighGroups, weightOf } from '../consensus/weigh-votes.ts'
import { mustAskOf, questionText, type SeatedMember, type StrategyQuestion } from '../input.ts'
import { noAnswer } from '../no-answer.ts'
import { Rater } from '../quality/rater.ts'
import { ids, numbers } from '../wording.ts'
import { ballotsOf, failuresOf, finalBallotsOf, type Given, givenOf, type Standing, standing, uncounted } from './ballots.ts'
import { Latch } from './latch.ts'
import { noteVote } from './note-vote.ts'

/** Members vote with their normalised answers. Only as many are asked as can still decide; the plurality wins, ties go to the strongest. */
export async function voting(ctx: RunContext, asked: StrategyQuestion<'voting'>): Promise<Outcome> {
  const question = withAnswerLine(ctx, asked)
  const { members, settings } = question
  const words = questionText(question.turns)
  const latches = new Map(members.map((member) => [member.id, new Latch()]))
  const launched = new Set<string>()
  const weights = weightsOf(question)
  const counted = (ballots: readonly Ballot[]) => weighGroups(groupAnswers(ballots, words), weights)
  const must = mustAskOf(question)

  const launch = (chosen: readonly SeatedMember[], reason: Told) => {
    if (chosen.length === 0) return
    ctx.note({ title: say('asked', { who: numbers(chosen) }), reason, chosen: ids(chosen), among: ids(members) })
    for (const { id } of chosen) {
      launched.add(id)
      latches.get(id)?.open()
    }
  }
  // Kept apart from the quorum, which is not consulted when a recorded vote is replayed.
  const settledSoFar: Standing[] = []
  const launchNeeded = (why: (answers: number) => Told) => {
    const groups = counted(ballotsOf(settledSoFar))
    const settled = new Set(settledSoFar.map(({ member }) => member.id))
    const waiting = members.filter(({ id }) => !launched.has(id) && !settled.has(id))
    const inFlight = members.filter(({ id }) => launched.has(id) && !settled.has(id))
    launch(waiting.slice(0, shortfall(groups, inFlight, waiting, weights)), why(groups.length))
  }
  const record = (settled: Settled<ModelAnswer>) => {
    if (ctx.signal.aborted) return
    settledSoFar.push(standing(question, settled))
    if (question.settings.earlyStop) launchNeeded((answers) => whyOpen(settledSoFar, answers))
  }
  const quorum: Quorum<ModelAnswer> = (settled) => {
    const standings = settled.map((each) => standing(question, each))
    ctx.progress(settled.length, members.length, say('answered.so-far', { n: settled.length, of: members.length }))
    const groups = counted(ballotsOf(standings))
    const awaited = must.some(({ id }) => settled.every(({ key }) => key !== id))
    if (awaited || !settings.earlyStop) return null
    const open = members.filter(({ id }) => settled.every(({ key }) => key !== id))
    if (voteDecided(groups, weights, sumOf(open, weights))) return say('voting.decided')
    return settings.stop === 'adaptive' && isSure(groups) ? say('voting.sure') : null
  }

  launch(must, say('asked.beside'))
  if (question.settings.earlyStop) launchNeeded(() => say('voting.majority', { of: members.length, n: Math.floor(members.length / 2) + 1 }))
  else
    launch(
      members.filter((member) => !must.includes(member)),
      say('voting.all'),
    )
  const settled = await ctx.all(
    members.map((member) => ({
      key: member.id,
      run: async (branch: RunContext) => {
        try {
          await latches.get(member.id)?.pass(branch.signal)
          const value = await askMember(branch, question, member)
          record({ key: member.id, state: 'done', value })
          return value
        } catch (thrown) {
          const error = TuttiError.from(thrown)
          record({ key: member.id, state: 'failed', error })
          throw error
        }
      },
    })),
    { until: quorum },
  )
  const standings = settled.map((each) => standing(question, each))
  const groups = counted(finalBallotsOf(standings))
  const tally = {
    all: members,
    groups,
    failed: uncounted(standings),
    committed: ballotsOf(standings).length > 0,
    notAsked: standings.flatMap((each) => (each.kind === 'dropped' ? [each.member] : [])),
    weighed: settings.rule === 'weighted',
  }
  if (tally.weighed) noteWeights(ctx, members, weights)
  const outcome = outcomeOf(tally)
  if (outcome === null) throw noAnswer(failuresOf(standings))
  noteVote(ctx, say('vote.decided'), tally)
  ctx.progress(members.length, members.length, say('decided'))
  const given = givenOf(standings)
  return new Rater(ctx, question).outcome(await ranked(ctx, question, outcome, given), given)
}

/** One vote each; or as much as each is known to be worth. */
function weightsOf({ members, settings, chances }: StrategyQuestion<'voting'>): ReadonlyMap<string, number> {
  if (settings.rule !== 'weighted') return new Map(members.map(({ id }) => [id, 1]))
  return electorWeights(members.map(({ id, model }) => ({ id, model, chance: chances?.[model] })))
}

function sumOf(members: readonly SeatedMember[], weights: ReadonlyMap<string, number>): number {
  return members.reduce((sum, { id }) => sum + (weights.get(id) ?? 0), 0)
}

function noteWeights(ctx: RunContext, members: readonly SeatedMember[], weights: ReadonlyMap<string, number>): void {
  const each = members.map(({ id, number }) => say('voting.weight', { who: `${number}`, weight: weights.get(id) ?? 0 }))
  ctx.note({ title: say('voting.weighed'), reason: say('voting.weights', { each }), chosen: [], among: ids(members) })
}

/** Free text has no majority: where there is a judge, it compares the answers in pairs and the one that beats most is shown. */
async function ranked(ctx: RunContext, question: StrategyQuestion<'voting'>, outcome: Outcome, given: readonly Given[]): Promise<Outcome> {
  const { judge } = question
  const strong = given.filter(({ weak }) => weak === null)
  if (judge === undefined || outcome.agreement !== null || strong.length < 2) return outcome
  const said = strong.map(({ member, answer }) => ({ speaker: member.id, text: answer.text }))
  const ranking = await rankPairs(ctx, judge, questionText(question.turns), said)
  const best = strong.find(({ member }) => member.id === ranking?.[0]?.speaker)
  if (ranking === null || best === undefined) return outcome
  const places = ranking.map(({ speaker, won, of }) =>
    say('voting.place', { who: `${strong.find(({ member }) => member.id === speaker)?.member.number ?? speaker}`, won, of }),
  )
  ctx.note({
    title: say('voting.ranked'),
    reason: say('voting.ranked.why', { places }),
    chosen: [best.member.id],
    among: strong.map(({ member }) => member.id),
  })
  const summary = say('verdict.judged', { who: best.member.label })
  return { ...outcome, answer: best.answer.text.trim(), by: best.member.id, ...told({ summary }) }
}

/** How many more must be asked so that those in flight could decide: the leader, joined by all of them, beats the second joined by all others. */
function shortfall(
  groups: readonly VoteGroup[],
  inFlight: readonly SeatedMember[],
  waiting: readonly SeatedMember[],
  weights: ReadonlyMap<string, number>,
): number {
  const [first, second] = groups
  const lead = (first === undefined ? 0 : weightOf(first, weights)) - (second === undefined ? 0 : weightOf(second, weights))
  const reach = lead + sumOf(inFlight, weights)
  let more = 0
  while (more < waiting.length && reach + sumOf(waiting.slice(0, more), weights) <= sumOf(waiting.slice(more), weights)) more += 1
  return more
}

function whyOpen(standings: readonly Standing[], answers: number): Told {
  const voted = givenOf(standings).flatMap(({ weak, member }) => (weak === null ? [member] : []))
  const failed = failuresOf(standings).map(({ member }) => member)
  const reasons = [
    ...(answers > 1 ? [say('voting.differ', { who: numbers(voted.toSorted((a, b) => a.number - b.number)) })] : []),
    ...(failed.length > 0 ? [say('voting.unusable', { who: numbers(failed) })] : []),
  ]
  return say('voting.open', { why: reasons })
}
