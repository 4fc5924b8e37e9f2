import { TuttiError } from '../../../shared/errors.ts'
import { ModelAnswer } from '../../../shared/model.ts'
import type { SpeakerResult } from '../../../shared/run.ts'
import { OWN_TURNS } from '../../../shared/run-inspection.ts'
import { told, wordsOf } from '../../../shared/sentences/told.ts'
import type { Call, Link } from '../call.ts'
import { digestOf } from '../digest.ts'
import type { EffectOutcome, EffectRecord } from '../journal.ts'

/** Look-up before, commit behind: a finished call is handed back and never made or paid again. */
export const journal: Link = async (call, next) => {
  const { book } = call.run
  const known = book.recall(call.path, call.digest)
  if (known) {
    if (!known.ok) {
      const error = TuttiError.fromInfo(known.error)
      finish(call, failure(call, error, null))
      throw error
    }
    const answer = ModelAnswer.parse(known.value)
    finish(call, success(call, answer))
    return answer
  }
  await book.admitCall(call)
  let firstTextAt: number | null = null
  try {
    const answer = await next({
      ...call,
      onDelta: (channel, text) => {
        firstTextAt ??= book.now()
        call.onDelta(channel, text)
      },
    })
    finish(call, success(call, answer))
    book.commitCall(effectOf(call, { ok: true, value: answer }, book.now()), call)
    return answer
  } catch (thrown) {
    const error = TuttiError.from(thrown)
    // A core that stops leaves the call open: the next core makes it again.
    if (error.code === 'core-gone') throw error
    finish(call, failure(call, error, firstTextAt))
    book.commitCall(effectOf(call, { ok: false, error: error.toInfo() }, book.now()), call)
    throw error
  }
}

function effectOf(call: Call, outcome: EffectOutcome, endedAt: number): EffectRecord {
  return { path: call.path, kind: 'model', digest: call.digest, input: inputOf(call), outcome, endedAt }
}

/** The request; turns that are the run's own input are named, not stored again for every member. */
function inputOf({ request, run }: Call): unknown {
  const { input } = run.record
  const shared = typeof input === 'object' && input !== null && 'turns' in input && digestOf(input.turns) === digestOf(request.turns)
  return shared ? { ...request, turns: OWN_TURNS } : request
}

function finish(call: Call, result: SpeakerResult): void {
  call.emit({ type: 'speaker-finished', speaker: call.request.speaker, result }, call.path)
}

function success(call: Call, answer: ModelAnswer): SpeakerResult {
  return {
    state: 'done',
    model: answer.model,
    text: answer.text,
    reasoning: answer.reasoning,
    citations: answer.citations,
    usage: answer.usage,
    costMicros: call.attempts.length > 1 ? spentOn(call) : answer.costMicros,
    firstTokenMs: answer.firstTokenMs,
    totalMs: answer.totalMs,
    attempts: answer.attempts,
    notes: answer.notes,
    ...(answer.said === undefined ? {} : { said: answer.said }),
    error: null,
    reason: '',
    ...(answer.toolCalls.length === 0 ? {} : { calls: answer.toolCalls.map(({ name }) => name) }),
  }
}

function failure(call: Call, error: TuttiError, firstTextAt: number | null): SpeakerResult {
  // Over all attempts: that is how long the user waited.
  const first = call.attempts[0]
  const last = call.attempts.at(-1)
  const withText = call.attempts.findLast((attempt) => attempt.text !== '')
  return {
    state: error.code === 'cancelled' ? 'cancelled' : error.code === 'not-needed' ? 'not-needed' : 'failed',
    model: withText?.model ?? last?.model ?? call.request.model,
    text: withText?.text ?? '',
    reasoning: '',
    citations: [],
    usage: last?.usage ?? null,
    costMicros: spentOn(call),
    firstTokenMs: firstTextAt === null || first === undefined ? null : Math.max(0, firstTextAt - first.startedAt),
    totalMs: first === undefined || last?.endedAt == null ? null : last.endedAt - first.startedAt,
    attempts: call.attempts.length,
    notes: [],
    error: error.code === 'cancelled' || error.code === 'not-needed' ? null : error.toInfo(),
    ...(error.code === 'cancelled' || error.code === 'not-needed' ? told({ reason: wordsOf(error) }) : { reason: '' }),
  }
}

/** The sum over all attempts; null only where none has a price. */
function spentOn(call: Call): number | null {
  const costs = call.attempts.flatMap((attempt) => (attempt.costMicros === null ? [] : [attempt.costMicros]))
  return costs.length === 0 && call.attempts.length > 0 ? null : costs.reduce((sum, cost) => sum + cost, 0)
}
