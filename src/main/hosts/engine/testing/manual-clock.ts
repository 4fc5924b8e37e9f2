import type { Clock } from '../../../kernel/clock.ts'

export interface ManualClock extends Clock {
  /** Moves time on by so many ms and wakes everybody whose time has come. */
  advance(ms: number): void
}

/** A clock that stands still until the test moves it; chance and ids come in a fixed order. */
export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start
  let drawn = 0
  let ids = 0
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>()
  return {
    now: () => now,
    random: () => {
      drawn += 1
      return (drawn * 0.618_033_988_75) % 1
    },
    id: () => {
      ids += 1
      return `id-${ids}`
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const sleeper = { at: now + ms, wake: resolve }
        if (ms <= 0) return resolve()
        sleepers.add(sleeper)
        signal?.addEventListener(
          'abort',
          () => {
            sleepers.delete(sleeper)
            reject(signal.reason)
          },
          { once: true },
        )
      }),
    advance: (ms) => {
      now += ms
      for (const sleeper of [...sleepers].sort((a, b) => a.at - b.at)) {
        if (sleeper.at > now) continue
        sleepers.delete(sleeper)
        sleeper.wake()
      }
    },
  }
}
