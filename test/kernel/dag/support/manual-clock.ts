import type { Clock } from '../../../../src/main/kernel/clock.ts'

/** Stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** Ends every sleep that falls due within `ms`, in its order, and lets what waits for it run. */
  advance(ms: number): Promise<void>
  /** How many sleep now. */
  readonly sleepers: number
}

export function manualClock(): ManualClock {
  let now = 1_000
  const sleeping = new Set<{ readonly due: number; readonly wake: () => void }>()
  return {
    now: () => now,
    random: () => 0.5,
    id: () => 'id',
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { due: now + ms, wake: resolve }
        sleeping.add(sleeper)
        signal?.addEventListener('abort', () => {
          sleeping.delete(sleeper)
          reject(signal.reason)
        })
      }),
    async advance(ms) {
      const end = now + ms
      for (;;) {
        await turn()
        const next = [...sleeping].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0]
        if (next === undefined) break
        now = Math.max(now, next.due)
        sleeping.delete(next)
        next.wake()
      }
      now = end
      await turn()
    },
    get sleepers() {
      return sleeping.size
    },
  }
}

/** Lets everything run that waits for nothing but its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
