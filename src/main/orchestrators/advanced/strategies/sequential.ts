import { TuttiError } from '../../../../shared/errors.ts'
import type { ModelAnswer } from '../../../../shared/model.ts'
import type { Outcome } from '../../../../shared/run.ts'
import type { RunContext, Settled } from '../../../kernel/context.ts'
import { askMember, oneAtATime } from '../ask-member.ts'
import type { SeatedMember, StrategyQuestion } from '../input.ts'
import { type Failure, noAnswer } from '../no-answer.ts'
import { evidenceOf, qualityWords } from '../quality/quality-words.ts'
import { Rater } from '../quality/rater.ts'
import { ids, numbers } from '../wording.ts'
import { type Given, standing } from './ballots.ts'

/** An answer of less quality is passed over, where the settings name no threshold. */
const ACCEPTABLE = 0.5
/** Further tries of a member are samples of their own. */
const AGAIN = 100

type SequentialQuestion = StrategyQuestion<'sequential'>

/** Asks one member after the other, each once more where the settings allow it, and takes the first acceptable answer. */
export async function sequential(ctx: RunContext, question: SequentialQuestion): Promise<Outcome> {
  const { members, settings } = question
  const rater = new Rater(ctx, question)
  const skipped: Failure[] = []
  const passedOver: Given[] = []
  const ask = await oneAtATime(ctx, question)
  for (const [index, member] of members.entries()) {
    ctx.progress(index, members.length, `Asking ${member.label}`)
    for (let tries = 0; ; tries += 1) {
      const settled = tries === 0 ? await ask(member) : await askAgain(ctx, question, member, tries)
      const stand = standing(question, settled)
      const cause = stand.kind === 'given' ? await objection(rater, question, stand) : stand.kind === 'failed' ? stand.cause : 'No answer.'
      if (stand.kind === 'given' && cause === null) {
        const rest = members.slice(index + 1)
        ctx.note({
          title: `Took the answer of ${member.number}`,
          reason: `It has ${stand.answer.text.trim().length} characters (at least ${settings.minCharacters}) and passed the hard checks.${rest.length > 0 ? ` ${numbers(rest)} not asked.` : ''}`,
          chosen: [member.id],
          among: ids(members),
        })
        ctx.progress(members.length, members.length, 'Answered')
        return await rater.outcome(outcomeOf(stand, skipped, rest.length), [stand])
      }
      if (settled.state === 'done' && tries < (settings.retries ?? 0)) {
        ctx.note({ title: `Asked ${member.number} again`, reason: cause ?? 'No answer.', chosen: [member.id], among: [member.id] })
        continue
      }
      skipped.push({ member, cause: cause ?? 'No answer.' })
      if (stand.kind === 'given') passedOver.push(stand)
      ctx.note({ title: `Passed over ${member.number}`, reason: cause ?? 'No answer.', chosen: [], among: [member.id] })
      break
    }
  }
  const last = passedOver.at(-1)
  if (last === undefined) throw noAnswer(skipped)
  ctx.note({
    title: `Fell back on the answer of ${last.member.number}`,
    reason: 'No answer was acceptable, and words that arrived are worth more than none.',
    chosen: [last.member.id],
    among: ids(members),
  })
  return await rater.outcome(leftOver(last, skipped), [last])
}

/** The last member is the one that was kept for when the others would not do. */
function leftOver({ member, answer }: Given, skipped: readonly Failure[]): Outcome {
  const why = skipped.map((failure) => ` ${failure.member.label}: ${failure.cause}`).join('')
  const summary = `No answer was acceptable; shown is that of ${member.label}.${why}`
  return { answer: answer.text.trim(), kind: 'first', by: member.id, groups: [], agreement: null, summary }
}

/** One more answer of a member that was not good enough. */
async function askAgain(ctx: RunContext, question: SequentialQuestion, member: SeatedMember, tries: number): Promise<Settled<ModelAnswer>> {
  const again = { ...member, sample: member.sample + AGAIN * tries }
  const key = `${member.id}-again-${tries}`
  const [settled] = await ctx.all([{ key, run: (branch: RunContext) => askMember(branch, question, again) }])
  if (settled === undefined) throw new TuttiError('internal', `The branch of ${member.label} did not settle.`)
  return { ...settled, key: member.id }
}

async function objection(rater: Rater, { settings }: SequentialQuestion, given: Given): Promise<string | null> {
  const quality = await rater.alone(given)
  const least = settings.threshold ?? ACCEPTABLE
  if (quality.score < least) {
    const evidence = evidenceOf(quality)
    return settings.threshold === undefined
      ? evidence
      : `Quality ${qualityWords(quality)}, at least ${least.toFixed(2)} is asked for. ${evidence}`
  }
  const { length } = given.answer.text.trim()
  return length < settings.minCharacters ? `The answer has ${length} characters; at least ${settings.minCharacters} are asked for.` : null
}

function outcomeOf({ member, answer }: Given, skipped: readonly Failure[], left: number): Outcome {
  const first =
    skipped.length === 0
      ? `${member.label} was asked first and gave an acceptable answer`
      : `${member.label} gave the first acceptable answer`
  const why = skipped.map((failure) => ` ${failure.member.label} was passed over: ${failure.cause}`).join('')
  const summary = `${first}${left > 0 ? ', so nobody else was asked' : ''}.${why}`
  return { answer: answer.text.trim(), kind: 'first', by: member.id, groups: [], agreement: null, summary }
}
