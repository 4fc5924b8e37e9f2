import { TuttiError } from '../../../shared/errors.ts'
import type { ModelAnswer, ModelRequest } from '../../../shared/model.ts'
import { say } from '../../../shared/sentence.ts'
import type { RunContext, Settled, Task } from '../../kernel/context.ts'
import { askWithTools, permissionAmong } from '../ask-with-tools.ts'
import { mustAskOf, type SeatedMember, type StrategyQuestion } from './input.ts'

/** Appended to the system prompt where answers are compared. */
export const ANSWER_LINE =
  'If the question has a short final answer (a number, a date, a name, a choice, yes or no), end with one line "Answer: …" that holds only it. Leave that line out otherwise.'

/** The call that asks one member. */
export function requestOf(
  question: Pick<StrategyQuestion, 'system' | 'turns'> & Partial<Pick<StrategyQuestion, 'tools'>>,
  member: SeatedMember,
): ModelRequest {
  return {
    speaker: member.id,
    ...(member.joins === true ? { label: member.label } : {}),
    model: member.model,
    fallbacks: member.fallbacks,
    ...(question.system === '' ? {} : { system: question.system }),
    turns: question.turns.slice(member.skip ?? 0),
    tools: member.callsTools === true ? (question.tools ?? []).map(({ permission: _, ...spec }) => spec) : [],
    parameters: member.parameters,
    maxOutputTokens: member.maxOutputTokens,
    sample: member.sample,
    timeoutMs: 180_000,
  }
}

/** Asks one member the question, and does with tools what it asks for, as far as it is allowed. Throws a TuttiError. */
export function askMember(ctx: RunContext, question: StrategyQuestion, member: SeatedMember): Promise<ModelAnswer> {
  const request = requestOf(question, member)
  if (request.tools.length === 0) return ctx.model(request)
  return askWithTools(ctx, request, permissionAmong(question.tools))
}

/** A branch of its own for one member; its key in the journal is the member's id. */
export function memberTask(question: StrategyQuestion, member: SeatedMember): Task<ModelAnswer> {
  return { key: member.id, run: (ctx) => askMember(ctx, question, member) }
}

/**
 * Asks members one at a time; a failure is returned, not thrown. Those that must be asked are asked at once, together,
 * and their answers lie ready when their turn comes.
 */
export async function oneAtATime(
  ctx: RunContext,
  question: StrategyQuestion,
): Promise<(member: SeatedMember) => Promise<Settled<ModelAnswer>>> {
  const must = mustAskOf(question)
  const ready = must.length === 0 ? [] : await ctx.all(must.map((member) => memberTask(question, member)))
  return async (member) => {
    const settled = ready.find(({ key }) => key === member.id) ?? (await ctx.all([memberTask(question, member)]))[0]
    if (settled === undefined) throw new TuttiError('internal', `The branch of ${member.label} did not settle.`)
    return settled
  }
}

/** The system prompt of a question whose answers are compared. */
export function systemWithAnswerLine(system: string): string {
  return system === '' ? ANSWER_LINE : `${system}\n\n${ANSWER_LINE}`
}

/** The same question with the request for an answer line; the change is noted. */
export function withAnswerLine<Q extends StrategyQuestion>(ctx: RunContext, question: Q): Q {
  ctx.note({
    title: say('answer-line'),
    reason: say('answer-line.why'),
    chosen: [],
    among: [],
  })
  return { ...question, system: systemWithAnswerLine(question.system) }
}
