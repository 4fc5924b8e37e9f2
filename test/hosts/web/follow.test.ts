import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { z } from 'zod'
import { webSocketChannel } from '../../../src/main/hosts/core/channel.ts'
import { type CoreClient, coreClient } from '../../../src/main/hosts/core/core-connection.ts'
import { takeSeat } from '../../../src/main/hosts/core/seat.ts'
import { startWebHost } from '../../../src/main/hosts/web/index.ts'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { APP_VERSION } from '../../../src/main/version.ts'
import { applyAppUpdate } from '../../../src/renderer/state/app-reducer.ts'
import type { AppSnapshot } from '../../../src/shared/app-state.ts'
import type { WireDelivery } from '../../../src/shared/bus.ts'
import { PresetId } from '../../../src/shared/ids.ts'
import type { RunUpdate, RunView } from '../../../src/shared/run.ts'
import { applyRunEvent } from '../../../src/shared/run-view.ts'
import { temporaryHome } from '../support/processes.ts'
import { withVendorPreset } from '../support/vendor-preset.ts'

/** The loopback host over a core whose preset asks three models that stream slowly; `page` opens a socket as a page does. */
async function setUp() {
  const home = temporaryHome()
  const rendererDir = join(home, 'page')
  mkdirSync(rendererDir, { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Tutti</title>')
  const server = await withVendorPreset(home, null)
  server.script({}, { text: 'word '.repeat(60), chunkSize: 5, chunkMs: 4 })
  const seat = await takeSeat({ home, env: {}, version: APP_VERSION })
  const host = await startWebHost({ seat, rendererDir, clock: systemClock })
  onTestFinished(async () => {
    await host.close()
    await seat.close()
  })
  const origin = `http://127.0.0.1:${host.port}`
  const code = new URL(host.openUrl()).hash.replace('#code=', '')
  const headers = { 'content-type': 'application/json', origin }
  const session = await fetch(`${origin}/session`, { method: 'POST', headers, body: JSON.stringify({ code }) })
  const { token } = z.object({ token: z.string() }).parse(await session.json())
  const page = async () => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, ['tutti', token], { headers: { origin } })
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    return { client: coreClient(webSocketChannel(socket)), cut: () => socket.terminate() }
  }
  const { client } = await page()
  return { page, client }
}
type Page = Awaited<ReturnType<typeof setUp>>['page']

/** Reads a numbered stream over sockets that break after so many updates each, always from the last number on, until it is done. */
async function followThrough<T>(page: Page, cuts: readonly number[], task: Follow<T>): Promise<void> {
  for (let connection = 0; !task.done(); connection += 1) {
    const { client, cut } = await page()
    let left = cuts[connection] ?? Number.POSITIVE_INFINITY
    try {
      for await (const update of await task.open(client)) {
        task.apply(update)
        left -= 1
        if (left <= 0 || task.done()) break
      }
    } finally {
      cut()
    }
  }
}
interface Follow<T> {
  open(client: CoreClient): Promise<AsyncIterable<T>>
  apply(update: T): void
  done(): boolean
}

async function ask(client: CoreClient, text: string) {
  const { id } = await client.conversations.create({})
  const presetId = PresetId.parse('three')
  return client.chat.send({ conversationId: id, parentId: null, text, attachments: [], presetId, allowNoPrice: true })
}

describe('A2 windows whose connections break', () => {
  test('property: no event of the app, of all runs or of a run is lost, repeated or out of order, and all end in the same state', async () => {
    const { page, client } = await setUp()
    const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(cuts, cuts, cuts, async (appCuts, busCuts, runCuts) => {
        const first = (await client.bus.topics()).find(({ name }) => name === 'runs')?.seq ?? 0
        const { runId } = await ask(client, 'hello')
        /** A window on the run; what it has seen at the end, and the numbers of its events. */
        const watchRun = async (cutAfter: readonly number[]) => {
          let view: RunView | null = null
          const numbers: number[] = []
          const take = (update: RunUpdate) => {
            if (update.type === 'snapshot') view = update.view
            else for (const event of update.events) if (view) [view] = [applyRunEvent(view, event), numbers.push(event.seq)]
          }
          await followThrough(page, cutAfter, {
            open: (each) => each.runs.watch({ id: runId, after: view?.seq ?? null }),
            apply: take,
            done: () => view?.state === 'done',
          })
          return { view, numbers }
        }
        const runs = Promise.all([watchRun(runCuts), watchRun([])])

        let state: AppSnapshot | null = null
        let marker = ''
        const app = followThrough(page, appCuts, {
          open: (each) => each.app.watch({ after: state?.seq ?? null }),
          apply: (update) => {
            if (update.type === 'events')
              expect(update.events.map(({ seq }) => seq)).toEqual(numbersAfter(state?.seq ?? 0, update.events.length))
            state = applyAppUpdate(state, update)
          },
          done: () => marker !== '' && state?.conversations.some(({ title }) => title === marker) === true,
        })

        const seen: WireDelivery[] = []
        const bus = followThrough(page, busCuts, {
          open: (each) =>
            each.bus.watch({ topic: 'runs', after: seen.reduce((_, { ...last }) => (last.type === 'event' ? last.seq : last.to), first) }),
          apply: (batch) => void seen.push(...batch),
          done: () => seen.some((delivery) => isEnd(delivery, runId)),
        })

        const [broken, whole] = await runs
        await bus
        marker = `the end of ${runId}`
        await client.conversations.create({ title: marker })
        await app

        expect(broken.numbers).toEqual(numbersAfter((broken.numbers[0] ?? 1) - 1, broken.numbers.length))
        expect(broken.view).toEqual(whole.view)
        expect(seen.map((delivery) => delivery.type === 'event' && delivery.seq)).toEqual(numbersAfter(first, seen.length))
        expect(state).toEqual(await sameSnapshot(client))
      }),
      { numRuns: 8 },
    )
  }, 60_000)

  test('a topic that is not there is named with those that are', async () => {
    const { client } = await setUp()
    const watched = await client.bus
      .watch({ topic: 'run/none', after: null })
      .then(async (stream) => {
        for await (const _ of stream);
      })
      .catch((thrown) => thrown)
    expect(watched).toMatchObject({ data: { code: 'not-found', message: 'There is no topic “run/none”. Open are: app, runs.' } })
  })
})

const numbersAfter = (seq: number, count: number) => Array.from({ length: count }, (_, index) => seq + 1 + index)

function isEnd(delivery: WireDelivery, run: string): boolean {
  const end = z.object({ run: z.literal(run), event: z.object({ type: z.literal('run-finished') }) })
  return delivery.type === 'event' && end.safeParse(delivery.payload).success
}

/** What a window that opens now is given; how often runs changed counts from the snapshot on. */
async function sameSnapshot(client: CoreClient) {
  return { ...(await client.app.snapshot()), runChanges: expect.any(Number), seq: expect.any(Number) }
}
