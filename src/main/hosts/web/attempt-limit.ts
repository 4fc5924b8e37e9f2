import type { Clock } from '../../kernel/clock.ts'

/** Lets `most` failures through in any `windowMs`; then everything waits until the oldest is forgotten. */
export function attemptLimit(clock: Clock, most: number, windowMs: number) {
  let failures: number[] = []
  return {
    exhausted(): boolean {
      failures = failures.filter((at) => at > clock.now() - windowMs)
      return failures.length >= most
    },
    failed(): void {
      failures.push(clock.now())
    },
  }
}
