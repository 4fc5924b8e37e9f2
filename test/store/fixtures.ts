import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/main/kernel/clock.ts'

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutti-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that stands at `at` until it is moved. */
export function standingClock(at = Date.UTC(2026, 10, 20, 12)): Clock & { move(ms: number): void } {
  let now = at
  let ids = 0
  return {
    now: () => now,
    random: () => 0.5,
    id: () => {
      ids += 1
      return `id-${ids}`
    },
    sleep: () => Promise.resolve(),
    move: (ms) => {
      now += ms
    },
  }
}
