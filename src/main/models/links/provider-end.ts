import { type ErrorCode, TuttiError } from '../../../shared/errors.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import { type ModelInfo, type ModelRequest, NO_USAGE, type Usage } from '../../../shared/model.ts'
import { say, type Words } from '../../../shared/sentence.ts'
import { failure, toldNotes } from '../../../shared/sentences/told.ts'
import { changeAttempt } from '../../kernel/attempts.ts'
import type { Call, Next } from '../../kernel/call.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { AdapterAnswer } from '../adapter.ts'
import { estimateUsage } from '../catalogue/estimate-tokens.ts'
import type { ModelRegistry } from '../model-registry.ts'
import { toolNames } from '../translate/tool-names.ts'

/** A vendor that sends nothing for this long is given up, in ms. */
const IDLE_MS = 60_000

interface ProviderEndParts {
  readonly registry: Pick<ModelRegistry, 'info' | 'adapterFor' | 'connectionFor'>
  /** Bytes of an attachment by its id. */
  readonly attachment: (id: string) => Promise<Uint8Array>
  readonly clock: Clock
  /** Told the headers of every answer. */
  readonly learn?: (model: ModelRef, headers: Headers) => void
  readonly idleMs?: number
}

/** What arrived, for the case that the call fails. */
interface Arrived {
  text: string
  reasoning: string
  usage: Usage | null
}

/**
 * The end of the road: the vendor is asked. The call ends at `request.timeoutMs` after sending, or when nothing came for `idleMs`, or
 * when its signal aborts, whatever the vendor's SDK does. A call that fails leaves its usage in its attempt.
 */
export function providerEnd({ registry, attachment, clock, learn = () => {}, idleMs = IDLE_MS }: ProviderEndParts): Next {
  return async (call) => {
    const info = registry.info(call.request.model)
    const { request: limited, notes } = withinLimit(call.request, info)
    const { request, restore } = toolNames(limited)
    const connection = registry.connectionFor(request.model)
    const adapter = await registry.adapterFor(request.model)
    const watch = watchTime({ call, clock, idleMs, name: connection.name })
    const arrived: Arrived = { text: '', reasoning: '', usage: null }
    const startedAt = clock.now()
    let firstTextAt: number | null = null
    try {
      const asked = adapter.ask({
        connection,
        model: info.id,
        label: info.label,
        request,
        capabilities: info.capabilities,
        signal: watch.signal,
        attachment,
        onBytes: watch.alive,
        onHeaders: (headers) => learn(request.model, headers),
        onUsage: (usage) => {
          arrived.usage = usage
        },
        onDelta: (channel, text) => {
          if (watch.isOver()) return
          if (channel === 'text') firstTextAt ??= clock.now()
          arrived[channel] += text
          call.onDelta(channel, text)
        },
      })
      const answer = await Promise.race([asked, watch.ended])
      const endedAt = clock.now()
      return {
        ...answerFields(answer),
        toolCalls: restore(answer.toolCalls),
        ...toldNotes([...notes, ...answer.notes]),
        model: request.model,
        usage: answer.usage ?? estimateUsage(request, answer.text, answer.reasoning),
        costMicros: null,
        firstTokenMs: firstTextAt === null ? null : firstTextAt - startedAt,
        totalMs: endedAt - startedAt,
        attempts: Math.max(1, call.attempt),
      }
    } catch (thrown) {
      const error = TuttiError.from(thrown)
      if (call.attempts.length > 0) changeAttempt(call, { usage: usageOfFailure(error, request, arrived) })
      throw error
    } finally {
      watch.stop()
    }
  }
}

function answerFields({ text, reasoning, citations, stop, vendorCostMicros }: AdapterAnswer) {
  return { text, reasoning, citations: [...citations], stop, vendorCostMicros }
}

/** Vendors refuse a limit above the model's own. */
function withinLimit(request: ModelRequest, { maxOutput, label }: ModelInfo): { request: ModelRequest; notes: Words[] } {
  if (maxOutput === null || request.maxOutputTokens <= maxOutput) return { request, notes: [] }
  const note = say('sent.less', { who: label, most: maxOutput, wanted: request.maxOutputTokens })
  return { request: { ...request, maxOutputTokens: maxOutput }, notes: [note] }
}

/** With these a vendor may have worked, and bill, although nothing of it arrived; with all others it turned the call away. */
const MAYBE_BILLED: ReadonlySet<ErrorCode> = new Set(['timeout', 'cut', 'cancelled', 'not-needed', 'refused', 'core-gone'])

/**
 * What a failed call is taken to have used. A refusal reports in full; a stream that broke off has reported at most its input, so
 * its output is counted from what arrived.
 */
export function usageOfFailure(error: TuttiError, request: ModelRequest, arrived: Readonly<Arrived>): Usage {
  const nothing = arrived.usage === null && arrived.text === '' && arrived.reasoning === ''
  if (nothing && !MAYBE_BILLED.has(error.code)) return NO_USAGE
  const counted = estimateUsage(request, arrived.text, arrived.reasoning)
  if (arrived.usage === null) return counted
  if (error.code === 'refused') return arrived.usage
  return {
    ...arrived.usage,
    output: Math.max(arrived.usage.output, counted.output),
    reasoning: Math.max(arrived.usage.reasoning, counted.reasoning),
    estimated: true,
  }
}

interface TimeWatch {
  readonly signal: AbortSignal
  /** Rejects when the call is over before its answer. */
  readonly ended: Promise<never>
  /** The same, to ask for every piece: a signal's own `aborted` takes longer than all else that is done for one. */
  readonly isOver: () => boolean
  readonly alive: () => void
  readonly stop: () => void
}

function watchTime({ call, clock, idleMs, name }: { call: Call; clock: Clock; idleMs: number; name: string }): TimeWatch {
  const over = new AbortController()
  const done = new AbortController()
  const ended = Promise.withResolvers<never>()
  ended.promise.catch(() => {})
  const { timeoutMs } = call.request
  const startedAt = clock.now()
  let aliveAt = startedAt
  let isOver = false

  function end(reason: unknown): void {
    isOver = true
    over.abort(reason)
    ended.reject(TuttiError.from(reason))
  }

  async function watch(): Promise<void> {
    while (!isOver) {
      const left = Math.min(startedAt + timeoutMs, aliveAt + idleMs) - clock.now()
      if (left > 0) {
        await clock.sleep(left, done.signal)
        continue
      }
      const total = clock.now() >= startedAt + timeoutMs
      const words = total
        ? say('vendor.slow', { who: name, time: seconds(timeoutMs) })
        : say('vendor.silent', { who: name, time: seconds(idleMs) })
      end(failure('timeout', words, { data: { provider: name, waitedMs: total ? timeoutMs : idleMs } }))
    }
  }
  // It ends by its own abort or by `stop`; the rejection of its sleep is how `stop` wakes it.
  watch().catch(() => {})

  // By hand: what AbortSignal.any makes looks its sources up whenever it is asked.
  const follow = () => end(call.signal.reason)
  if (call.signal.aborted) follow()
  else call.signal.addEventListener('abort', follow, { once: true })
  return {
    signal: over.signal,
    ended: ended.promise,
    isOver: () => isOver,
    alive: () => {
      aliveAt = clock.now()
    },
    stop: () => {
      call.signal.removeEventListener('abort', follow)
      // With a reason of our own: without one, each abort makes an exception with a stack.
      done.abort('over')
    },
  }
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`
}
