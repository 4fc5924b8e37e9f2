import { TuttiError } from '../../shared/errors.ts'
import type { LiveCall } from '../../shared/metrics.ts'
import type { Link } from '../kernel/call.ts'
import type { LiveBoard } from './live-board.ts'

/** Shows every attempt on the live board: that it waits, that it left, its first text, its end. Stands above the queue and the budget. */
export function meter(board: LiveBoard): Link {
  return async (call, next) => {
    const { record } = call.run
    const { model } = call.request
    // In an object, because what it becomes in the callbacks is not seen through a variable.
    const lane: { shown: LiveCall | null; attempt: number } = { shown: null, attempt: 0 }
    const ended = (state: 'done' | 'failed' | 'cancelled') => {
      if (!lane.shown) return
      const attempt = call.attempts.find(({ number }) => number === lane.attempt)
      board.end(lane.shown, { state, usage: attempt?.usage ?? null, costMicros: attempt?.costMicros ?? null })
    }
    try {
      const answer = await next({
        ...call,
        emit: (event, key) => {
          if (event.type === 'speaker-queued') lane.shown ??= board.enter(record, model, true)
          if (event.type === 'speaker-asked') {
            lane.shown = lane.shown ? board.leave(lane.shown) : board.enter(record, model, false)
            lane.attempt = event.attempt
          }
          call.emit(event, key)
        },
        onDelta: (channel, text) => {
          if (channel === 'text' && lane.shown?.firstTextAt === null) lane.shown = board.firstText(lane.shown)
          call.onDelta(channel, text)
        },
      })
      ended('done')
      return answer
    } catch (thrown) {
      const { code } = TuttiError.from(thrown)
      const { shown } = lane
      // What waited and never left is no call; one that the next core makes again is counted there.
      if (shown && (shown.state === 'queued' || code === 'core-gone')) board.drop(shown)
      else ended(code === 'cancelled' || code === 'not-needed' ? 'cancelled' : 'failed')
      throw thrown
    }
  }
}
