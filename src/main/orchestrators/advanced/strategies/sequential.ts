import { TuttiError } from '../../../../shared/errors.ts'
import type { ModelAnswer } from '../../../../shared/model.ts'
import type { Outcome } from '../../../../shared/run.ts'
import { say, type Told } from '../../../../shared/sentence.ts'
import { told } from '../../../../shared/sentences/told.ts'
import type { RunContext, Settled } from '../../../kernel/context.ts'
import { askMember, oneAtATime } from '../ask-member.ts'
import type { SeatedMember, StrategyQuestion } from '../input.ts'
import { type Failure, noAnswer } from '../no-answer.ts'
import { evidenceOf, tooLow } from '../quality/quality-words.ts'
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
    ctx.progress(index, members.length, say('asking.now', { who: member.label }))
    for (let tries = 0; ; tries += 1) {
      const settled = tries === 0 ? await ask(member) : await askAgain(ctx, question, member, tries)
      const stand = standing(question, settled)
      const cause =
        stand.kind === 'given' ? await objection(rater, question, stand) : stand.kind === 'failed' ? stand.cause : say('passed.none')
      if (stand.kind === 'given' && cause === null) {
        const rest = members.slice(index + 1)
        ctx.note({
          title: say('sequential.took', { who: `${member.number}` }),
          reason: [
            say('sequential.took.why', { n: stand.answer.text.trim().length, least: settings.minCharacters }),
            rest.length > 0 ? say('sequential.not-asked', { who: numbers(rest) }) : '',
          ],
          chosen: [member.id],
          among: ids(members),
        })
        ctx.progress(members.length, members.length, say('answered'))
        return await rater.outcome(outcomeOf(stand, skipped, rest.length), [stand])
      }
      const why = cause ?? say('passed.none')
      if (settled.state === 'done' && tries < (settings.retries ?? 0)) {
        ctx.note({ title: say('asked.again', { who: `${member.number}` }), reason: why, chosen: [member.id], among: [member.id] })
        continue
      }
      skipped.push({ member, cause: why })
      if (stand.kind === 'given') passedOver.push(stand)
      ctx.note({ title: say('passed.over', { who: `${member.number}` }), reason: why, chosen: [], among: [member.id] })
      break
    }
  }
  const last = passedOver.at(-1)
  if (last === undefined) throw noAnswer(skipped)
  ctx.note({
    title: say('sequential.fell-back', { who: `${last.member.number}` }),
    reason: say('sequential.fell-back.why'),
    chosen: [last.member.id],
    among: ids(members),
  })
  return await rater.outcome(leftOver(last, skipped), [last])
}

/** The last member is the one that was kept for when the others would not do. */
function leftOver({ member, answer }: Given, skipped: readonly Failure[]): Outcome {
  const why = skipped.map((failure) => say('verdict.cause', { who: failure.member.label, why: failure.cause }))
  const summary = [say('verdict.left-over', { who: member.label }), ...why]
  return { answer: answer.text.trim(), kind: 'best', by: member.id, groups: [], agreement: null, ...told({ summary }) }
}

/** One more answer of a member that was not good enough. */
async function askAgain(ctx: RunContext, question: SequentialQuestion, member: SeatedMember, tries: number): Promise<Settled<ModelAnswer>> {
  const again = { ...member, sample: member.sample + AGAIN * tries }
  const key = `${member.id}-again-${tries}`
  const [settled] = await ctx.all([{ key, run: (branch: RunContext) => askMember(branch, question, again) }])
  if (settled === undefined) throw new TuttiError('internal', `The branch of ${member.label} did not settle.`)
  return { ...settled, key: member.id }
}

async function objection(rater: Rater, { settings }: SequentialQuestion, given: Given): Promise<Told | null> {
  const quality = await rater.alone(given)
  const least = settings.threshold ?? ACCEPTABLE
  if (quality.score < least) {
    return settings.threshold === undefined ? evidenceOf(quality) : tooLow(quality, least)
  }
  const { length } = given.answer.text.trim()
  return length < settings.minCharacters ? say('sequential.short', { n: length, least: settings.minCharacters }) : null
}

function outcomeOf({ member, answer }: Given, skipped: readonly Failure[], left: number): Outcome {
  const early = left > 0
  const first = skipped.length === 0 ? (early ? 'verdict.first-early' : 'verdict.first') : early ? 'verdict.later-early' : 'verdict.later'
  const why = skipped.map((failure) => say('verdict.passed-over', { who: failure.member.label, why: failure.cause }))
  const summary = [say(first, { who: member.label }), ...why]
  return { answer: answer.text.trim(), kind: 'first', by: member.id, groups: [], agreement: null, ...told({ summary }) }
}
