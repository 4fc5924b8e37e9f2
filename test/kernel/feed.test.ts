import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/main/kernel/clock.ts'
import { Feed } from '../../src/main/kernel/feed.ts'
import { RunLog } from '../../src/main/kernel/run-log.ts'
import { ModelRef, RunId } from '../../src/shared/ids.ts'
import type { RunEvent, RunUpdate } from '../../src/shared/run.ts'

const RUN_MODEL = ModelRef.parse('test/a')
type Numbered = { readonly seq: number }
const add = (feed: Feed<Numbered>, count: number) => {
  for (let index = 0; index < count; index += 1) feed.publish((seq) => ({ seq }))
}
const readAll = async (feed: Feed<Numbered>, after: number) => {
  const read: (number | null)[] = []
  for await (const batch of feed.follow(after, { pauseMs: 0 })) read.push(...(batch === null ? [null] : batch.map(({ seq }) => seq)))
  return read
}

describe('numbered events', () => {
  test('are read from any number that is remembered, without a gap', async () => {
    const feed = new Feed<Numbered>(100)
    add(feed, 5)
    const reading = readAll(feed, 2)
    add(feed, 2)
    feed.end()
    expect(await reading).toEqual([3, 4, 5, 6, 7])
  })

  test('a reader whose number is forgotten, or of another time, is told to take a snapshot', async () => {
    const feed = new Feed<Numbered>(10, 1000)
    add(feed, 40)
    feed.end()
    expect(await readAll(feed, 1003)).toEqual([null])
    expect(await readAll(feed, 7)).toEqual([null])
    expect(await readAll(feed, 5000)).toEqual([null])
  })

  test('a reader that goes away is let go', async () => {
    const feed = new Feed<Numbered>(10)
    const gone = new AbortController()
    const reading = (async () => {
      for await (const _ of feed.follow(0, { pauseMs: 0, signal: gone.signal }));
      return 'ended'
    })()
    gone.abort()
    expect(await reading).toBe('ended')
  })
})

describe('a run’s log', () => {
  const started = (id: string) => ({
    ...{
      type: 'run-started' as const,
      conversationId: null,
      messageId: null,
      title: id,
      presetId: null,
      presetName: '',
      strategy: 'parallel' as const,
    },
    ...{
      speakers: [{ id: 'a', role: 'member' as const, number: 1, model: RUN_MODEL, label: 'a', provider: 'test', simulated: false }],
      budgetMicros: null,
    },
  })

  test('sends pieces of text together, at most twenty times a second, and nothing is lost', async () => {
    const log = new RunLog(RunId.parse('run'), systemClock, () => {})
    log.append(started('run'))
    const batches: RunUpdate[] = []
    const watching = (async () => {
      for await (const update of log.watch(0)) batches.push(update)
    })()
    for (let piece = 0; piece < 200; piece += 1) {
      log.delta('a', 'text', `${piece} `)
      if (piece % 20 === 19) await systemClock.sleep(20)
    }
    log.end()
    await watching
    const deltas = batches.flatMap((update) =>
      update.type === 'events' ? update.events.filter((event) => event.type === 'speaker-delta') : [],
    )
    expect(deltas.length).toBeLessThan(20)
    expect(log.view.speakers[0]?.text).toBe(Array.from({ length: 200 }, (_, piece) => `${piece} `).join(''))
  })

  test('after a restart an old number is seen to be a gap, and what was said once is not said again', async () => {
    const first = new RunLog(RunId.parse('run'), systemClock, () => {})
    first.append(started('run'), 'run-started')
    const stored: readonly RunEvent[] = first.takePending()
    const second = new RunLog(RunId.parse('run'), systemClock, () => {}, stored)
    second.append(started('again'), 'run-started')
    second.append({ type: 'run-resumed', repeated: 0 })
    second.end()
    const updates: string[] = []
    for await (const update of second.watch(7)) updates.push(update.type)
    expect(updates).toEqual(['snapshot'])
    expect(second.view).toMatchObject({ title: 'run', resumed: 1 })
  })
})
