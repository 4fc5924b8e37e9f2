import { changeAttempt } from '../attempts.ts'
import type { Link } from '../call.ts'
import type { Clock } from '../clock.ts'
import type { Journal } from '../journal.ts'
import type { QuoteOf } from './budget.ts'

/** Saved text is at most this far behind the screen. */
const SAVE_EVERY_MS = 500

/** Keeps the text that arrives with its attempt, whatever happens afterwards, and what it cost so far. */
export function keepText(parts: { journal: Journal; clock: Clock; quote: QuoteOf }): Link {
  const { journal, clock } = parts
  return async (call, next) => {
    const quote = parts.quote(call.request)
    let savedAt = clock.now()
    let characters = 0
    let text = ''
    const save = () => {
      const costMicros = quote?.soFarMicros(characters) ?? null
      const attempt = { ...changeAttempt(call, { text }), costMicros }
      // A save that fails is made up for by the commit of the effect, whose failure is reported.
      journal.commit({ runId: call.run.record.id, attempts: [attempt] }).catch(() => {})
    }
    try {
      return await next({
        ...call,
        onDelta: (channel, piece) => {
          characters += piece.length
          if (channel === 'text') text += piece
          call.onDelta(channel, piece)
          const now = clock.now()
          if (now - savedAt < SAVE_EVERY_MS) return
          savedAt = now
          save()
        },
      })
    } catch (thrown) {
      changeAttempt(call, { text })
      throw thrown
    }
  }
}
