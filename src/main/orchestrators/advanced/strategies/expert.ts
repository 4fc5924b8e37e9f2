import type { Outcome } from '../../../../shared/run.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import { told } from '../../../../shared/sentences/told.ts'
import type { RunContext } from '../../../kernel/context.ts'
import { oneAtATime } from '../ask-member.ts'
import { questionText, type SeatedMember, type StrategyQuestion } from '../input.ts'
import { type Failure, noAnswer } from '../no-answer.ts'
import { Rater } from '../quality/rater.ts'
import { type TaskGuess, taskTypeOf, taskWords } from '../task-type.ts'
import { ids } from '../wording.ts'
import { standing } from './ballots.ts'

/** Sends the question to the member whose speciality it is; the others stand in for it where it fails. */
export async function expert(ctx: RunContext, question: StrategyQuestion<'expert'>): Promise<Outcome> {
  const { members } = question
  const guess = taskTypeOf(questionText(question.turns))
  const candidates = ranked(question, guess)
  const failures: Failure[] = []
  const ask = await oneAtATime(ctx, question)
  for (const [index, { member, why }] of candidates.entries()) {
    ctx.note({
      title: say('expert.chose', { who: `${member.number}` }),
      reason: [index === 0 ? guess.evidence : say('expert.failed', { who: failures.at(-1)?.member.label ?? '' }), ...why],
      chosen: [member.id],
      among: ids(members),
    })
    ctx.progress(index, members.length, say('asking.now', { who: member.label }))
    const stand = standing(question, await ask(member))
    if (stand.kind === 'given') {
      ctx.progress(members.length, members.length, say('answered'))
      const stoodIn = failures.map(({ member: failed, cause }) => say('verdict.stood-in', { who: failed.label, why: cause }))
      const outcome: Outcome = {
        answer: stand.answer.text.trim(),
        kind: 'expert',
        by: member.id,
        groups: [],
        agreement: null,
        ...told({ summary: [guess.evidence, ...why, ...stoodIn] }),
      }
      return new Rater(ctx, question).outcome(outcome, [stand])
    }
    const cause = stand.kind === 'failed' ? stand.cause : say('passed.dropped')
    failures.push({ member, cause })
    ctx.note({ title: say('passed.over', { who: `${member.number}` }), reason: cause, chosen: [], among: [member.id] })
  }
  throw noAnswer(failures)
}

/** Specialists first, then members for everything else, then the rest; each in the order that was learned, else in the preset's. */
function ranked(
  { members: seated, order }: StrategyQuestion<'expert'>,
  guess: TaskGuess,
): { member: SeatedMember; why: readonly Words[] }[] {
  const task = taskWords(guess.type)
  const known = new Map(order?.map(({ id, why }, place) => [id, { place, why }]))
  const placeOf = ({ id }: SeatedMember) => known.get(id)?.place ?? seated.length
  const members = seated.toSorted((a, b) => placeOf(a) - placeOf(b))
  const learned = ({ id }: SeatedMember) => known.get(id)?.why ?? ''
  const specialists = members.filter(({ specialities }) => specialities.includes(guess.type))
  const generalists = members.filter(({ specialities }) => specialities.length === 0)
  const others = members.filter((member) => !specialists.includes(member) && !generalists.includes(member))
  return [
    ...specialists.map((member) => ({ member, why: [say('expert.specialist', { who: member.label, task }), learned(member)] })),
    ...generalists.map((member) => ({ member, why: [say('expert.generalist', { who: member.label }), learned(member)] })),
    ...others.map((member) => ({ member, why: [say('expert.nobody', { who: member.label, task }), learned(member)] })),
  ]
}
