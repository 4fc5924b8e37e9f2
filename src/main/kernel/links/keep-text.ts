import { changeAttempt, currentAttempt } from '../attempts.ts'
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
    return next({
      ...call,
      onDelta: (channel, text) => {
        characters += text.length
        if (channel === 'text') changeAttempt(call, { text: currentAttempt(call).text + text })
        call.onDelta(channel, text)
        if (clock.now() - savedAt < SAVE_EVERY_MS) return
        savedAt = clock.now()
        const costMicros = quote?.soFarMicros(characters) ?? null
        // A save that fails is made up for by the commit of the effect, whose failure is reported.
        journal.commit({ runId: call.run.record.id, attempts: [{ ...currentAttempt(call), costMicros }] }).catch(() => {})
      },
    })
  }
}
