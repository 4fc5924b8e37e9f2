import { TuttiError } from '../../../../shared/errors.ts'
import type { ModelAnswer } from '../../../../shared/model.ts'
import type { Outcome } from '../../../../shared/run.ts'
import type { Quorum, RunContext, Settled } from '../../../kernel/context.ts'
import { askMember, withAnswerLine } from '../ask-member.ts'
import { groupAnswers, majorityDecided } from '../consensus/group-answers.ts'
import { outcomeOf } from '../consensus/summary.ts'
import { mustAskOf, questionText, type SeatedMember, type StrategyQuestion } from '../input.ts'
import { noAnswer } from '../no-answer.ts'
import { Rater } from '../quality/rater.ts'
import { count, ids, numbers } from '../wording.ts'
import { ballotsOf, failuresOf, finalBallotsOf, givenOf, type Standing, standing, uncounted } from './ballots.ts'
import { Latch } from './latch.ts'
import { noteVote } from './note-vote.ts'

/** Members vote with their normalised answers. Only as many are asked as can still decide; the plurality wins, ties go to the strongest. */
export async function voting(ctx: RunContext, asked: StrategyQuestion<'voting'>): Promise<Outcome> {
  const question = withAnswerLine(ctx, asked)
  const { members } = question
  const words = questionText(question.turns)
  const latches = new Map(members.map((member) => [member.id, new Latch()]))
  const launched = new Set<string>()
  const must = mustAskOf(question)

  const launch = (chosen: readonly SeatedMember[], reason: string) => {
    if (chosen.length === 0) return
    ctx.note({ title: `Asked ${numbers(chosen)}`, reason, chosen: ids(chosen), among: ids(members) })
    for (const { id } of chosen) {
      launched.add(id)
      latches.get(id)?.open()
    }
  }
  // Kept apart from the quorum, which is not consulted when a recorded vote is replayed.
  const settledSoFar: Standing[] = []
  const launchNeeded = (why: (answers: number) => string) => {
    const groups = groupAnswers(ballotsOf(settledSoFar), words)
    const settled = new Set(settledSoFar.map(({ member }) => member.id))
    const waiting = members.filter(({ id }) => !launched.has(id) && !settled.has(id))
    const inFlight = members.filter(({ id }) => launched.has(id) && !settled.has(id)).length
    launch(waiting.slice(0, shortfall(groups, inFlight, waiting.length)), why(groups.length))
  }
  const record = (settled: Settled<ModelAnswer>) => {
    if (ctx.signal.aborted) return
    settledSoFar.push(standing(question, settled))
    if (question.settings.earlyStop) launchNeeded((answers) => whyOpen(settledSoFar, answers))
  }
  const quorum: Quorum<ModelAnswer> = (settled) => {
    const standings = settled.map((each) => standing(question, each))
    ctx.progress(settled.length, members.length, `${settled.length} of ${members.length} answered`)
    const groups = groupAnswers(ballotsOf(standings), words)
    const awaited = must.some(({ id }) => settled.every(({ key }) => key !== id))
    const decided = !awaited && question.settings.earlyStop && majorityDecided(groups, members.length - settled.length)
    return decided ? 'The vote was decided without this answer.' : null
  }

  launch(must, 'Asked again, beside the answers that are kept.')
  if (question.settings.earlyStop)
    launchNeeded(() => `A majority of ${count(members.length)} needs ${count(Math.floor(members.length / 2) + 1)}.`)
  else
    launch(
      members.filter((member) => !must.includes(member)),
      'Every member votes; early stop is off.',
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
  const groups = groupAnswers(finalBallotsOf(standings), words)
  const tally = {
    all: members,
    groups,
    failed: uncounted(standings),
    committed: ballotsOf(standings).length > 0,
    notAsked: standings.flatMap((each) => (each.kind === 'dropped' ? [each.member] : [])),
  }
  const outcome = outcomeOf(tally)
  if (outcome === null) throw noAnswer(failuresOf(standings))
  noteVote(ctx, 'Vote decided', tally)
  ctx.progress(members.length, members.length, 'Decided')
  return new Rater(ctx, question).outcome(outcome, givenOf(standings))
}

/** How many more must be asked so that those in flight could decide: the leader, joined by all of them, beats the second joined by all others. */
function shortfall(groups: readonly { readonly members: readonly string[] }[], inFlight: number, waiting: number): number {
  const lead = (groups[0]?.members.length ?? 0) - (groups[1]?.members.length ?? 0)
  let more = 0
  while (more < waiting && lead + inFlight + more <= waiting - more) more += 1
  return more
}

function whyOpen(standings: readonly Standing[], answers: number): string {
  const voted = givenOf(standings).flatMap(({ weak, member }) => (weak === null ? [member] : []))
  const failed = failuresOf(standings).map(({ member }) => member)
  const reasons = [
    ...(answers > 1 ? [`${numbers(voted.toSorted((a, b) => a.number - b.number))} differ`] : []),
    ...(failed.length > 0 ? [`${numbers(failed)} gave no usable answer`] : []),
  ]
  return `${reasons.join(' and ')}, so those asked can no longer decide the vote alone.`
}
