import type { ZodType } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { Wait } from '../../shared/run.ts'
import { say } from '../../shared/sentence.ts'
import { told, wordsOf } from '../../shared/sentences/told.ts'
import { waitOf } from './asked.ts'
import { digestOf } from './digest.ts'
import type { EffectOutcome, EffectRecord } from './journal.ts'
import type { LiveRun } from './live-run.ts'
import type { Slot } from './slots.ts'
import type { FindTool, ToolCall, ToolResult } from './tool.ts'
import { oneOf } from './waits.ts'

/** Where an effect happens: its place in the journal and what may stop it. */
export interface Place {
  readonly live: LiveRun
  readonly path: string
  readonly signal: AbortSignal
  readonly slot: Slot
  /** Of a compensation: goes on while the run is being stopped. */
  readonly undoing: boolean
  /** Of work for all branches: where the one that does it is stopped, another one does it. */
  readonly shared?: boolean
}

type Kind = EffectRecord['kind']

/** Does `work` once: its result or failure is committed and handed back whenever the run comes here again. */
export async function once<T>(place: Place, kind: Kind, input: unknown, work: () => Promise<T>): Promise<T> {
  const { live, path } = place
  const digest = digestOf({ kind, input })
  const known = live.recall(path, digest)
  if (known) return replay<T>(known)
  await live.admit(place)
  const base = { path, kind, digest, input }
  let value: T
  try {
    value = await work()
  } catch (thrown) {
    // What work throws when it is aborted is its own affair; why it was aborted decides.
    const error = TuttiError.from(place.signal.aborted ? place.signal.reason : thrown)
    // What all share is not lost to all by an error that may pass: a further attempt does it again.
    const isOpen = error.code === 'core-gone' || (place.shared === true && (place.signal.aborted || error.retryable))
    if (!isOpen) {
      // Nor where it was cut off because the run cannot be written down.
      await live.committed()
      await live.commit({ ...base, outcome: { ok: false, error: error.toInfo() }, endedAt: live.now() })
    }
    throw error
  }
  await live.commit({ ...base, outcome: { ok: true, value: value ?? null }, endedAt: live.now() })
  return value
}

function replay<T>(outcome: EffectOutcome): T {
  if (!outcome.ok) throw TuttiError.fromInfo(outcome.error)
  const value: T = JSON.parse(JSON.stringify(outcome.value))
  return value
}

/** Waits for an answer that outlives the process; the branch gives its slot up meanwhile. */
export async function receive<T>(place: Place, wait: Omit<Wait, 'path'>, accept: (value: string) => T): Promise<T> {
  const { live, path, signal, slot } = place
  const input = { title: wait.title, options: wait.options.map(({ value, label }) => ({ value, label })) }
  const digest = digestOf({ kind: 'receive', input })
  const known = live.recall(path, digest)
  if (known) return replay<T>(known)
  await live.admit(place)
  const open = { ...wait, path }
  live.emit({ type: 'wait-opened', wait: open }, `${path}/opened`)
  slot.leave()
  try {
    return await live.waits.open(open, signal, accept, async (value, said) => {
      live.emit({ type: 'wait-closed', path, answer: said }, `${path}/closed`)
      await live.commit({ path, kind: 'receive', digest, input, outcome: { ok: true, value: value ?? null }, endedAt: live.now() })
    })
  } catch (thrown) {
    const error = TuttiError.from(thrown)
    // Nobody needs the answer any more. Where the core stops, the next one goes on waiting.
    if (error.code !== 'core-gone') live.emit({ type: 'wait-closed', path, ...told({ answer: wordsOf(error) }) }, `${path}/closed`)
    throw thrown
  } finally {
    await slot.enter()
  }
}

/** JSON where it is some, else the text itself, parsed with the schema. */
export function parsedBy<T>(schema: ZodType<T>): (value: string) => T {
  return (value) => {
    const parsed = schema.safeParse(jsonOr(value))
    if (parsed.success) return parsed.data
    throw new TuttiError('invalid-input', `value: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`, {
      data: { field: 'value' },
    })
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Waits for a point in time (epoch ms), also over restarts. */
export function sleepUntil(place: Place, until: number, sleep: (ms: number, signal: AbortSignal) => Promise<void>): Promise<void> {
  const { live, path, signal, slot } = place
  return once(place, 'sleep', { until }, async () => {
    const wait = { ...waitOf('timer', { title: say('wait.timer') }), path, until }
    live.emit({ type: 'wait-opened', wait }, `${path}/opened`)
    slot.leave()
    try {
      // A timer of Node's holds at most 2^31 − 1 ms.
      for (let left = until - live.now(); left > 0; left = until - live.now()) await sleep(Math.min(left, 2 ** 31 - 1), signal)
    } finally {
      await slot.enter()
    }
    live.emit({ type: 'wait-closed', path, ...told({ answer: say('wait.over') }) }, `${path}/closed`)
  })
}

/**
 * Calls a tool. The intent is committed before the tool leaves. Where an earlier process called it and died before the result,
 * a tool that is neither read-only nor idempotent is not called again unasked: the run waits for a person who knows.
 */
export function callTool(place: Place, call: ToolCall, find: FindTool): Promise<ToolResult> {
  const { live, path, signal } = place
  return once(place, 'tool', { name: call.name, input: call.input }, async () => {
    const tool = find(call.name)
    const mayRepeat = tool.readOnly || tool.idempotent
    let round = 0
    // Each time that it leaves is an intent of its own, so that a second death brings a second question.
    while (!mayRepeat && live.log.has(`${path}/started/${round}`)) {
      if ((await inDoubt(place, call, round)) === 'ran') return { content: 'It ran; its result is not known.' }
      round += 1
    }
    await live.emitDurably({ type: 'tool-started', path, tool: call.name, input: call.input }, `${path}/started/${round}`)
    return tool.run(call.input, { signal, idempotencyKey: `${live.record.id}/${path}` })
  })
}

function inDoubt(place: Place, call: ToolCall, round: number): Promise<string> {
  const wait = waitOf('tool-in-doubt', {
    title: say('doubt.asks', { tool: call.name }),
    detail: say('doubt.detail', { input: JSON.stringify(call.input) }),
    options: [
      { value: 'ran', label: say('doubt.ran') },
      { value: 'not-run', label: say('doubt.not-run') },
      { value: 'again', label: say('doubt.again') },
    ],
  })
  return receive({ ...place, path: `${place.path}/doubt/${round}` }, wait, oneOf(wait))
}
