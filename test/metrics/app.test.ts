import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LiveUpdate } from '../../src/shared/metrics.ts'
import { StrategySettings } from '../../src/shared/preset.ts'
import { callCount } from '../../src/shared/tally.ts'
import { ask, openApp, savePreset, send } from '../app/support.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { journalSums } from './journal-sums.ts'

const VOTING = StrategySettings.parse({ strategy: 'voting' })
const PARALLEL = StrategySettings.parse({ strategy: 'parallel' })

describe('B15 metrics of the whole app', () => {
  let server: VendorServer
  beforeAll(async () => {
    server = await startVendorServer()
  })
  afterAll(() => server.close())
  beforeEach(() => {
    server.clear()
    server.requests.length = 0
  })

  test('history, live figures, the month and the ledger say the same as the journal', async () => {
    const app = await openApp({ server, vendors: ['openai', 'anthropic'] })
    const stop = new AbortController()
    const updates: LiveUpdate[] = []
    const watching = (async () => {
      for await (const update of await app.client.metrics.live(undefined, { signal: stop.signal })) updates.push(update)
    })()
    const voting = await savePreset(app.client, ['openai/gpt-5-mini', 'anthropic/claude-haiku-4-5', 'demo/quick'], VOTING)
    for (const question of ['What is 17 × 23?', 'Write a short poem about rain.', 'Translate “rain” into German.']) {
      await ask(app.client, question, voting)
    }
    const history = await app.client.metrics.history({ period: 'hour' })
    const { calls, runs } = history.total
    const sums = journalSums(app.home)
    expect(calls).toMatchObject(sums)
    expect(runs.done).toBe(3)
    expect(history.groups.task.map(({ key }) => key).toSorted()).toEqual(['math', 'translation', 'writing'])
    expect(history.groups.strategy.map(({ key }) => key)).toEqual(['voting'])
    const { spend } = await app.client.app.snapshot()
    expect(calls.costMicros).toBe(spend.todayMicros)
    expect((await app.client.metrics.month()).spentMicros).toBe(spend.monthMicros)

    await expect.poll(() => updates.flatMap(({ seconds }) => seconds).length, { timeout: 3000 }).toBeGreaterThan(0)
    const latest = new Map(
      updates.flatMap(({ seconds }) => seconds.map((cell) => [JSON.stringify([cell.at, cell.model, cell.task]), cell])),
    )
    const live = () => [...latest.values()].reduce((sum, { done, failed, cancelled }) => sum + done + failed + cancelled, 0)
    await expect
      .poll(
        () => {
          for (const { seconds } of updates) for (const cell of seconds) latest.set(JSON.stringify([cell.at, cell.model, cell.task]), cell)
          return live()
        },
        { timeout: 3000 },
      )
      .toBe(callCount(calls))
    stop.abort()
    await watching.catch(() => {})
    await app.close()
  })

  test('a provider that rests is shown with the time at which it is tried again', async () => {
    const app = await openApp({ server, vendors: ['openai'] })
    server.script({ vendor: 'openai' }, { fault: { type: 'status', status: 503 } })
    const parallel = await savePreset(app.client, ['openai/gpt-5-mini'], PARALLEL)
    await ask(app.client, 'Hello', parallel)
    await ask(app.client, 'Hello again', parallel)
    for await (const { endpoints } of await app.client.metrics.live()) {
      expect(endpoints).toMatchObject([{ provider: 'openai', breaker: 'open', failures: 5 }])
      expect(endpoints[0]?.until).toBeGreaterThan(Date.now())
      break
    }
    await app.close()
  })

  test('what was in flight when the core went counts when the next one takes it up', async () => {
    const first = await openApp({ server, vendors: ['openai'] })
    server.script({ vendor: 'openai' }, { fault: { type: 'hang' } })
    const parallel = await savePreset(first.client, ['openai/gpt-5-mini'], PARALLEL)
    await send(first.client, 'Are you there?', parallel)
    await expect.poll(() => server.requests.length).toBeGreaterThan(0)
    await first.close()
    const next = await openApp({ home: first.home, server, vendors: ['openai'] })
    await expect.poll(async () => (await next.client.metrics.history({ period: 'hour' })).total.calls).toMatchObject({ lost: 1 })
    expect((await next.client.metrics.history({ period: 'hour' })).total.calls).toMatchObject(journalSums(first.home))
    await next.close()
  })
})
