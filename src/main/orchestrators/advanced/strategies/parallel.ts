import type { Outcome } from '../../../../shared/run.ts'
import type { RunContext } from '../../../kernel/context.ts'
import { memberTask } from '../ask-member.ts'
import type { StrategyQuestion } from '../input.ts'
import { noAnswer } from '../no-answer.ts'
import { evidenceOf, qualityWords } from '../quality/quality-words.ts'
import { Rater } from '../quality/rater.ts'
import { ids, members as membersInWords, numbers, sentence } from '../wording.ts'
import { failuresOf, type Given, givenOf, standing } from './ballots.ts'
import { merge } from './merge.ts'

/** Asks all members at once and keeps their answers side by side, or has a model merge them. */
export async function parallel(ctx: RunContext, question: StrategyQuestion<'parallel'>): Promise<Outcome> {
  const { members, settings } = question
  ctx.note({
    title: `Asked ${numbers(members)}`,
    reason: `${sentence(membersInWords(members.length))} at once; ${settings.merge === 'model' ? 'one model merges the answers' : 'the answers stay side by side'}.`,
    chosen: ids(members),
    among: ids(members),
  })
  const settled = await ctx.all(
    members.map((member) => memberTask(question, member)),
    {
      until: (soFar) => {
        ctx.progress(soFar.length, members.length, `${soFar.length} of ${members.length} answered`)
        return null
      },
    },
  )
  const standings = settled.map((each) => standing(question, each))
  const given = givenOf(standings)
  const failed = standings.filter(({ kind }) => kind === 'failed')
  const [only] = given
  if (only === undefined) throw noAnswer(failuresOf(standings))
  const rater = new Rater(ctx, question)
  const rate = (outcome: Outcome) => rater.outcome(outcome, given)
  const lost = failed.length === 0 ? '' : ` ${sentence(membersInWords(failed.length))} gave no usable answer.`
  if (members.length > 1 && given.length === 1) return rate(single(only, lost))
  if (settings.merge === 'none') return rate(sideBySide(given, `${sentence(membersInWords(given.length))} answered, side by side.${lost}`))
  if (given.length === 1) return rate(single(only, lost))
  const good = settings.threshold === undefined ? given : await goodEnough(ctx, rater, given, settings.threshold)
  const merged = await merge(ctx, question, good)
  if ('failed' in merged) return rate(sideBySide(given, `The answers stay side by side, as the merge failed: ${merged.failed}${lost}`))
  return rate({ ...merged.outcome, summary: `${merged.outcome.summary}${lost}` })
}

/** Those that may be merged; all of them where none would be left. */
async function goodEnough(ctx: RunContext, rater: Rater, given: readonly Given[], threshold: number): Promise<readonly Given[]> {
  const good: Given[] = []
  for (const each of given) {
    const quality = await rater.alone(each)
    if (quality.score >= threshold) good.push(each)
    else
      ctx.note({
        title: `Left out ${each.member.number}`,
        reason: `Quality ${qualityWords(quality)}, at least ${threshold.toFixed(2)} is asked for. ${evidenceOf(quality)}`,
        chosen: [],
        among: [each.member.id],
      })
  }
  return good.length === 0 ? given : good
}

function single({ member, answer }: Given, lost: string): Outcome {
  return {
    answer: answer.text.trim(),
    kind: 'first',
    by: member.id,
    groups: [],
    agreement: null,
    summary: `Only ${member.label} answered.${lost}`,
  }
}

/** No one answer yet; the text holds all of them, so that a follow-up question knows them. */
function sideBySide(given: readonly Given[], summary: string): Outcome {
  const answer =
    given.length === 1
      ? (given[0]?.answer.text.trim() ?? '')
      : given.map((each) => `**${each.member.number} ${each.member.label}**\n\n${each.answer.text.trim()}`).join('\n\n')
  return { answer, kind: 'side-by-side', by: null, groups: [], agreement: null, summary }
}
