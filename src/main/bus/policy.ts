/**
 * What happens when a subscriber is slower than its topic. `capacity`: deliveries that may wait for it.
 * - `drop-oldest`: the oldest go, and a gap says which.
 * - `coalesce`: only the newest of each key waits, and says how many it stands for; with more keys than `capacity` the oldest go, and a gap says so.
 * - `block`: nothing is lost; `publish` resolves when there is room again, so a publisher that awaits it cannot run ahead.
 */
export type Policy<T> =
  | { readonly type: 'drop-oldest'; readonly capacity: number }
  | { readonly type: 'coalesce'; readonly capacity: number; readonly by: (payload: T) => string }
  | { readonly type: 'block'; readonly capacity: number }

export const dropOldest = (capacity: number) => ({ type: 'drop-oldest', capacity }) as const
export const block = (capacity: number) => ({ type: 'block', capacity }) as const
export const coalesce = <T>(by: (payload: T) => string, capacity = 1000) => ({ type: 'coalesce', capacity, by }) as const
