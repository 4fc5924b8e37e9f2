import type { Outcome } from '../../../../shared/run.ts'
import type { RunContext } from '../../../kernel/context.ts'
import { oneAtATime } from '../ask-member.ts'
import { questionText, type StrategyQuestion } from '../input.ts'
import { type Failure, noAnswer } from '../no-answer.ts'
import { hardChecks } from '../quality/hard-checks.ts'
import { ids, numbers } from '../wording.ts'

/** An answer that scores less by the hard checks is passed over. */
const ACCEPTABLE = 0.5

/** Asks one member after the other and takes the first acceptable answer. */
export async function sequential(ctx: RunContext, question: StrategyQuestion<'sequential'>): Promise<Outcome> {
  const { members, settings } = question
  const skipped: Failure[] = []
  const ask = await oneAtATime(ctx, question)
  for (const [index, member] of members.entries()) {
    ctx.progress(index, members.length, `Asking ${member.label}`)
    const settled = await ask(member)
    const cause = settled.state === 'done' ? objection(question, settled.value) : settled.error.message
    if (settled.state === 'done' && cause === null) {
      const rest = members.slice(index + 1)
      ctx.note({
        title: `Took the answer of ${member.number}`,
        reason: `It has ${settled.value.text.trim().length} characters (at least ${settings.minCharacters}) and passed the hard checks.${rest.length > 0 ? ` ${numbers(rest)} not asked.` : ''}`,
        chosen: [member.id],
        among: ids(members),
      })
      ctx.progress(members.length, members.length, 'Answered')
      return {
        answer: settled.value.text.trim(),
        kind: 'first',
        by: member.id,
        groups: [],
        agreement: null,
        summary: summary(member.label, skipped, rest.length),
      }
    }
    skipped.push({ member, cause: cause ?? 'No answer.' })
    ctx.note({ title: `Passed over ${member.number}`, reason: cause ?? 'No answer.', chosen: [], among: [member.id] })
  }
  throw noAnswer(skipped)
}

function objection(question: StrategyQuestion<'sequential'>, answer: Parameters<typeof hardChecks>[1]): string | null {
  const { minCharacters } = question.settings
  const quality = hardChecks(questionText(question.turns), answer)
  if (quality.score < ACCEPTABLE) return quality.evidence.join(' ')
  const { length } = answer.text.trim()
  return length < minCharacters ? `The answer has ${length} characters; at least ${minCharacters} are asked for.` : null
}

function summary(label: string, skipped: readonly Failure[], left: number): string {
  const first =
    skipped.length === 0 ? `${label} was asked first and gave an acceptable answer` : `${label} gave the first acceptable answer`
  const why = skipped.map(({ member, cause }) => ` ${member.label} was passed over: ${cause}`).join('')
  return `${first}${left > 0 ? ', so nobody else was asked' : ''}.${why}`
}
