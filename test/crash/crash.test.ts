import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/main/kernel/clock.ts'
import { openStore, type Store } from '../../src/main/store/open-store.ts'
import { RunId } from '../../src/shared/ids.ts'
import { runViewOf } from '../../src/shared/run-view.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'

/** `npm test` kills 20 times; `npm run test:crash` 200 times. A seed that failed is given again in SEED. */
const KILLS = Number(process.env.KILLS ?? 20)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
/** Five calls of a run may be in flight at a kill, and each may count for its whole reservation of about 7,000. */
const RUN_LIMIT_MICROS = 50_000 + KILLS * 5 * 7_500

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())

/** mulberry32, so that a printed seed repeats the instants of the kills. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function startWorkload(home: string, runs: number): ChildProcess {
  const args = [resolve('test/crash/workload.ts'), home, server.baseUrl('vendor'), String(runs), String(RUN_LIMIT_MICROS)]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Kills the workload at random instants of its work, each time with one more run to do, then lets it end. Resolves with how many runs there were. */
async function killAndRestart(home: string): Promise<number> {
  const next = random(SEED)
  let kills = 0
  for (let runs = 6; ; runs += 1) {
    const child = startWorkload(home, runs)
    let output = ''
    child.stdout?.on('data', (data) => (output += String(data)))
    child.stderr?.on('data', (data) => (output += String(data)))
    const closed = once(child, 'close')
    if (kills < KILLS) {
      const before = server.requests.length
      // Counted from the first sign of work, so that start-up is not all that is ever interrupted.
      while (server.requests.length === before && child.exitCode === null) await systemClock.sleep(5)
      await systemClock.sleep(next() * 120)
      child.kill('SIGKILL')
    }
    await closed
    if (child.signalCode === 'SIGKILL') kills += 1
    else if (kills >= KILLS || !output.includes('all ended')) {
      expect(output).toContain('all ended')
      return runs
    }
  }
}

let names: string[] = []
const callsOf = (text: string) => server.requests.filter((request) => request.lastUser === text)

describe(`F2 killed ${KILLS} times at random instants (SEED=${SEED})`, () => {
  let store: Store
  let home: string

  test('every run ends', { timeout: 60_000 + KILLS * 3_000 }, async () => {
    home = mkdtempSync(join(tmpdir(), 'tutti-crash-'))
    server.script({ user: /fan b/ }, [{ fault: { type: 'status', status: 500 } }, { text: 'fine after all' }])
    server.script({ user: /nested|last|node|fan [acde]/ }, ({ lastUser }) => ({ text: `Said ${lastUser}`, chunkSize: 4, chunkMs: 6 }))
    names = Array.from({ length: await killAndRestart(home) }, (_, number) => `r${number}`)
    store = await openStore({ home, clock: systemClock, appVersion: '0' })
    expect(await store.journal.unfinished()).toEqual([])
  })

  test('no call whose result was committed was made again, and repeats are those that were in flight and are counted', async () => {
    for (const name of names) {
      const history = await store.journal.history(RunId.parse(name.replace('r', 'run-')))
      for (const effect of history?.effects ?? []) {
        if (effect.kind !== 'model') continue
        const text = JSON.stringify(effect.input).match(/"text":"([^"]+)"/)?.[1] ?? ''
        const calls = callsOf(text)
        const attempts = (history?.attempts ?? []).filter((attempt) => attempt.path === effect.path)
        expect(calls.length, text).toBeGreaterThan(0)
        expect(calls.length, text).toBeLessThanOrEqual(attempts.length)
        expect(
          attempts.filter((attempt) => attempt.state === 'done'),
          text,
        ).toHaveLength(1)
        for (const call of calls) expect(call.at, text).toBeLessThanOrEqual(effect.endedAt)
      }
    }
  })

  test('no result was lost and every run ended as it must', async () => {
    for (const [number, name] of names.entries()) {
      const history = await store.journal.history(RunId.parse(`run-${number}`))
      if (!history) throw new Error(`Run ${number} is gone.`)
      const view = runViewOf(history.run.id, history.events)
      if (number % 3 === 2) {
        expect(view.state, name).toBe('failed')
        expect(
          view.compensations.map((one) => `${one.name} ${one.state}`),
          name,
        ).toEqual(['write done', 'book done'])
      } else {
        expect(view.state, name).toBe('done')
        expect(view.outcome?.answer).toContain('| check,draft,plan |')
        for (const part of ['fan a', 'fan e', 'nested one', 'nested two', 'last'])
          expect(view.outcome?.answer).toContain(`Said ${name} ${part}`)
      }
    }
  })

  test('no budget was exceeded', async () => {
    for (const number of names.keys()) {
      const history = await store.journal.history(RunId.parse(`run-${number}`))
      const spent = (history?.attempts ?? []).reduce((sum, attempt) => sum + (attempt.costMicros ?? 0), 0)
      expect(spent).toBeGreaterThan(0)
      expect(spent).toBeLessThanOrEqual(RUN_LIMIT_MICROS)
    }
  })

  test('a plan’s revision was made once, and what it dropped was never asked', async () => {
    for (const [number, name] of names.entries()) {
      const history = await store.journal.history(RunId.parse(`run-${number}`))
      const revisions = (history?.effects ?? []).filter((effect) => effect.path === 'rival/revise/0')
      expect(revisions, name).toHaveLength(1)
      expect(callsOf(`${name} node spare`).length > 0, name).toBe(revisions[0]?.outcome.ok === false)
    }
  })

  test('what was put into a scope around the runs was put once', async () => {
    const { entries } = await store.context.load({ scope: 'global', id: 'global' })
    const puts = entries.map(({ producedBy }) => producedBy).sort()
    expect(puts).toEqual(names.map((_, number) => `run-${number}/put:global/0`).sort())
  })

  test('no write was repeated', async () => {
    const lines = readFileSync(join(home, 'written.txt'), 'utf8').trim().split('\n')
    expect(new Set(lines).size).toBe(lines.length)
    for (const [number, name] of names.entries()) {
      expect(
        lines.filter((line) => line.endsWith(`${name} result`)),
        name,
      ).toHaveLength(1)
      expect(
        lines.filter((line) => line.endsWith(`${name} unwrite`)),
        name,
      ).toHaveLength(number % 3 === 2 ? 1 : 0)
    }
    await store.close()
  })
})
