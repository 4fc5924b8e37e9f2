import { describe, expect, test } from 'vitest'
import { followTopic } from '../../src/main/api/follow-topic.ts'
import { RunTopics } from '../../src/main/api/run-topics.ts'
import { Bus } from '../../src/main/bus/bus.ts'
import { systemClock } from '../../src/main/kernel/clock.ts'
import { RunLog } from '../../src/main/kernel/run-log.ts'
import { ModelRef, RunId } from '../../src/shared/ids.ts'
import type { RunEvent } from '../../src/shared/run.ts'
import { openKernel, request } from '../kernel/support/kernel.ts'

const RUN = RunId.parse('run')
const STARTED = {
  ...{ type: 'run-started' as const, conversationId: null, messageId: null, title: 'run', presetId: null, presetName: '' },
  ...{ strategy: 'parallel' as const, budgetMicros: null },
  speakers: [
    { id: 'a', role: 'member' as const, number: 1, model: ModelRef.parse('test/a'), label: 'a', provider: 'test', simulated: false },
  ],
}

function openLog(stored: readonly RunEvent[] = []) {
  const bus = new Bus({ clock: systemClock })
  const topics = new RunTopics(bus)
  const log = new RunLog(
    RUN,
    (after) => topics.open(RUN, after),
    () => {},
    stored,
  )
  const topic = topics.of(RUN)
  if (!topic) throw new Error('The run has no topic.')
  return { bus, topics, log, topic }
}

async function read<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of stream) all.push(one)
  return all
}

describe('a run’s log', () => {
  test('sends pieces of text together, at most twenty times a second, and nothing is lost', async () => {
    const { log, topic } = openLog()
    log.append(STARTED)
    const deltas: RunEvent[] = []
    const watching = (async () => {
      for await (const events of followTopic(topic, 0, undefined)) {
        deltas.push(...(events ?? []).filter((event) => event.type === 'speaker-delta'))
      }
    })()
    for (let piece = 0; piece < 200; piece += 1) {
      log.delta('a', 'text', `${piece} `)
      if (piece % 20 === 19) await systemClock.sleep(20)
    }
    log.end()
    await watching
    expect(deltas.length).toBeGreaterThan(1)
    expect(deltas.length).toBeLessThan(20)
    expect(log.view.speakers[0]?.text).toBe(Array.from({ length: 200 }, (_, piece) => `${piece} `).join(''))
  })

  test('after a restart an old number is seen to be a gap, and what was said once is not said again', async () => {
    const { log: first } = openLog()
    first.append(STARTED, 'run-started')
    const { log: second, topic } = openLog(first.takePending())
    second.append({ ...STARTED, title: 'again' }, 'run-started')
    second.append({ type: 'run-resumed', repeated: 0 })
    second.end()
    const updates: (RunEvent[] | null)[] = []
    for await (const events of followTopic(topic, 7, undefined)) updates.push(events)
    expect(updates).toEqual([null])
    expect(second.view).toMatchObject({ title: 'run', resumed: 1 })
  })

  test('the topic of all runs has every event but the text that streams, with the run that it belongs to', async () => {
    const { bus, topics, log } = openLog()
    const other = topics.open(RunId.parse('other'), 0)
    log.append(STARTED)
    log.delta('a', 'text', 'streams')
    other.announce((seq, at) => ({ type: 'run-paused', seq, at }))
    log.append({ type: 'run-unpaused' })
    const all = bus.find('runs').follow({ after: 0 })
    bus.close()
    const seen = await read(all)
    expect(seen).toMatchObject([
      { seq: 1, payload: { run: 'run', event: { type: 'run-started', seq: 1 } } },
      { seq: 2, payload: { run: 'other', event: { type: 'run-paused', seq: 1 } } },
      { seq: 3, payload: { run: 'run', event: { type: 'run-unpaused', seq: 3 } } },
    ])
  })
})

describe('a watched run', () => {
  test('comes as a snapshot and what follows, and once it has ended as one snapshot', async () => {
    const kernel = openKernel({ script: async () => ({ text: 'hello' }), run: async (ctx) => (await ctx.model(request('a'))).text })
    const id = await kernel.start()
    const types: string[] = []
    let seq = 0
    for await (const update of kernel.watch(id, null)) {
      types.push(update.type)
      if (update.type === 'snapshot') seq = update.view.seq
      else for (const event of update.events) expect(event.seq).toBe(++seq)
    }
    expect(types[0]).toBe('snapshot')
    expect(types.slice(1)).toContain('events')
    await kernel.runner.ended(id)
    const later = await read(kernel.watch(id, null))
    expect(later).toMatchObject([{ type: 'snapshot', view: { state: 'done', seq } }])
    expect(await read(kernel.watch(id, seq))).toEqual([])
    kernel.close()
  })
})
