import type { Outcome } from '../../../../shared/run.ts'
import { say, type Told } from '../../../../shared/sentence.ts'
import { told } from '../../../../shared/sentences/told.ts'
import type { RunContext } from '../../../kernel/context.ts'
import { memberTask, oneAtATime, withAnswerLine } from '../ask-member.ts'
import { groupAnswers, onlyFreeText, type VoteGroup } from '../consensus/group-answers.ts'
import { outcomeOf } from '../consensus/summary.ts'
import { mustAskOf, questionText, type SeatedMember, type StrategyQuestion } from '../input.ts'
import { noAnswer } from '../no-answer.ts'
import { evidenceOf, qualityWords } from '../quality/quality-words.ts'
import { Rater } from '../quality/rater.ts'
import { ids, numbers } from '../wording.ts'
import { ballotsOf, failuresOf, finalBallotsOf, type Given, givenOf, type Standing, standing, uncounted } from './ballots.ts'
import { byCalibration } from './calibrated.ts'
import { noteVote } from './note-vote.ts'

type CascadeQuestion = StrategyQuestion<'cascade'>

/** Asks from cheap to strong, in the members' order, and stops on agreement of two or on the first answer of enough quality; or as calibrated. */
export function cascade(ctx: RunContext, question: CascadeQuestion): Promise<Outcome> {
  const { settings, policy } = question
  if (settings.stopOn === 'quality') return untilQuality(ctx, question)
  return settings.stopOn === 'calibrated' && policy ? byCalibration(ctx, question, policy) : untilAgreement(ctx, question)
}

async function untilAgreement(ctx: RunContext, asked: CascadeQuestion): Promise<Outcome> {
  const question = withAnswerLine(ctx, asked)
  const { members, settings } = question
  const agree = settings.agree ?? 2
  const words = questionText(question.turns)
  let standings: Standing[] = []
  let groups: VoteGroup[] = []
  const leading = () => groups[0]?.members.length ?? 0
  const must = mustAskOf(question)
  const queue = [...must, ...members.filter((member) => !must.includes(member))]
  while (standings.length < members.length && leading() < agree) {
    // That many are needed in any case, so they are asked together: same cost, less time.
    const needed = Math.max(agree - leading(), must.length - standings.length)
    const next = inOrder(queue.slice(standings.length, standings.length + needed))
    ctx.note({
      title: say(standings.length === 0 ? 'asked' : 'asked.next', { who: numbers(next) }),
      reason: whyNext(standings, groups, agree),
      chosen: ids(next),
      among: ids(members),
    })
    ctx.progress(standings.length, members.length, say('asking.now', { who: numbers(next) }))
    const settled = await ctx.all(next.map((member) => memberTask(question, member)))
    standings = [...standings, ...settled.map((each) => standing(question, each))]
    groups = groupAnswers(ballotsOf(standings), words)
  }
  groups = groupAnswers(finalBallotsOf(standings), words)
  const notAsked = inOrder(queue.slice(standings.length))
  const tally = { all: members, groups, notAsked, failed: uncounted(standings), committed: ballotsOf(standings).length > 0 }
  const outcome = outcomeOf(tally)
  if (outcome === null) throw noAnswer(failuresOf(standings))
  noteVote(ctx, leading() >= agree ? say('vote.agree', { n: leading() }) : say('vote.disagree', { n: agree }), tally)
  ctx.progress(members.length, members.length, say('decided'))
  return new Rater(ctx, question).outcome(outcome, givenOf(standings))
}

function inOrder(members: readonly SeatedMember[]): SeatedMember[] {
  return members.toSorted((a, b) => a.number - b.number)
}

function whyNext(standings: readonly Standing[], groups: readonly VoteGroup[], agree: number): Told {
  if (standings.length === 0) return say('cascade.start', { n: agree })
  const voted = givenOf(standings).flatMap(({ weak, member }) => (weak === null ? [member] : []))
  const failed = failuresOf(standings).map(({ member }) => member)
  const lost = failed.length > 0 ? say('cascade.lost', { who: numbers(failed) }) : ''
  if (voted.length < 2) return [lost, say('cascade.needed', { n: agree })]
  if (groups.length === 1) return [lost, say('cascade.agree', { who: numbers(voted), n: agree })]
  if (onlyFreeText(groups)) return [lost, say('cascade.free', { who: numbers(voted) })]
  return [lost, say('cascade.differ', { who: numbers(voted), answers: groups.map(({ answer }) => answer.slice(0, 60)) })]
}

async function untilQuality(ctx: RunContext, question: CascadeQuestion): Promise<Outcome> {
  const { members, settings } = question
  const rater = new Rater(ctx, question)
  const standings: Standing[] = []
  const ask = await oneAtATime(ctx, question)
  let best: { given: Given; score: number } | null = null
  for (const [place, member] of members.entries()) {
    ctx.progress(place, members.length, say('asking.now', { who: member.label }))
    const settled = await ask(member)
    const stand = standing(question, settled)
    standings.push(stand)
    if (stand.kind !== 'given') {
      const cause = stand.kind === 'failed' ? stand.cause : say('passed.dropped')
      ctx.note({ title: say('passed.by', { who: `${member.number}` }), reason: cause, chosen: [], among: [member.id] })
      continue
    }
    const quality = await rater.alone(stand)
    const enough = quality.score >= settings.threshold
    ctx.note({
      title: say(enough ? 'stopped.at' : 'passed.by', { who: `${member.number}` }),
      reason: [say('cascade.quality', { quality: qualityWords(quality), threshold: settings.threshold }), evidenceOf(quality)],
      chosen: enough ? [member.id] : [],
      among: ids(members),
    })
    if (best === null || quality.score >= best.score) best = { given: stand, score: quality.score }
    if (enough) break
  }
  if (best === null) throw noAnswer(failuresOf(standings))
  ctx.progress(members.length, members.length, say('decided'))
  const reached = best.score >= settings.threshold
  const rest = members.length - standings.length
  const chosen = best.given.member
  const outcome: Outcome = {
    answer: best.given.answer.text.trim(),
    kind: reached ? 'first' : 'best',
    by: chosen.id,
    groups: [],
    agreement: null,
    ...told({
      summary: reached
        ? say(rest > 0 ? 'verdict.reached-early' : 'verdict.reached', { who: chosen.label })
        : say('verdict.not-reached', { threshold: settings.threshold, who: chosen.label }),
    }),
  }
  return rater.outcome(outcome, givenOf(standings))
}
