import type { Outcome } from '../../../../shared/run.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import { told } from '../../../../shared/sentences/told.ts'
import type { RunContext } from '../../../kernel/context.ts'
import { memberTask } from '../ask-member.ts'
import type { StrategyQuestion } from '../input.ts'
import { noAnswer } from '../no-answer.ts'
import { tooLow } from '../quality/quality-words.ts'
import { Rater } from '../quality/rater.ts'
import { ids, numbers } from '../wording.ts'
import { failuresOf, type Given, givenOf, standing } from './ballots.ts'
import { merge } from './merge.ts'

/** Asks all members at once and keeps their answers side by side, or has a model merge them. */
export async function parallel(ctx: RunContext, question: StrategyQuestion<'parallel'>): Promise<Outcome> {
  const { members, settings } = question
  ctx.note({
    title: say('asked', { who: numbers(members) }),
    reason: say(settings.merge === 'model' ? 'parallel.merged' : 'parallel.beside', { n: members.length }),
    chosen: ids(members),
    among: ids(members),
  })
  const settled = await ctx.all(
    members.map((member) => memberTask(question, member)),
    {
      until: (soFar) => {
        ctx.progress(soFar.length, members.length, say('answered.so-far', { n: soFar.length, of: members.length }))
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
  const lost = failed.length === 0 ? '' : say('verdict.lost', { n: failed.length })
  if (members.length > 1 && given.length === 1) return rate(single(only, lost))
  if (settings.merge === 'none') return rate(sideBySide(given, [say('verdict.beside', { n: given.length }), lost]))
  if (given.length === 1) return rate(single(only, lost))
  const good = settings.threshold === undefined ? given : await goodEnough(ctx, rater, given, settings.threshold)
  const merged = await merge(ctx, question, good)
  if ('failed' in merged) return rate(sideBySide(given, [say('verdict.beside-failed', { why: merged.failed }), lost]))
  return rate({ ...merged.outcome, ...told({ summary: [merged.summary, lost] }) })
}

/** Those that may be merged; all of them where none would be left. */
async function goodEnough(ctx: RunContext, rater: Rater, given: readonly Given[], threshold: number): Promise<readonly Given[]> {
  const good: Given[] = []
  for (const each of given) {
    const quality = await rater.alone(each)
    if (quality.score >= threshold) good.push(each)
    else
      ctx.note({
        title: say('left-out', { who: `${each.member.number}` }),
        reason: tooLow(quality, threshold),
        chosen: [],
        among: [each.member.id],
      })
  }
  return good.length === 0 ? given : good
}

function single({ member, answer }: Given, lost: Words): Outcome {
  return {
    answer: answer.text.trim(),
    kind: 'first',
    by: member.id,
    groups: [],
    agreement: null,
    ...told({ summary: [say('verdict.alone', { who: member.label }), lost] }),
  }
}

/** No one answer yet; the text holds all of them, so that a follow-up question knows them. */
function sideBySide(given: readonly Given[], summary: Words): Outcome {
  const answer =
    given.length === 1
      ? (given[0]?.answer.text.trim() ?? '')
      : given.map((each) => `**${each.member.number} ${each.member.label}**\n\n${each.answer.text.trim()}`).join('\n\n')
  return { answer, kind: 'side-by-side', by: null, groups: [], agreement: null, ...told({ summary }) }
}
