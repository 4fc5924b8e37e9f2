import { afterEach, describe, expect, it, vi } from 'vitest'
import { FLUSH_MS } from '../../../src/renderer/state/run-store.ts'
import { RunId } from '../../../src/shared/ids.ts'
import type { RunEvent } from '../../../src/shared/run.ts'
import { startSession } from '../support/render-page.tsx'
import { scriptedCore } from '../support/scripted-core.ts'
import { NOW, run, speaker } from '../support/snapshots.ts'

const ID = RunId.parse('run-a1')
const delta = (seq: number, offset: number, text: string): RunEvent => ({
  seq,
  at: NOW,
  type: 'speaker-delta',
  speaker: 'm1',
  channel: 'text',
  offset,
  text,
})

async function watching() {
  const core = scriptedCore()
  core.runs.set(ID, run([speaker(1, 'asked')]))
  const session = await startSession(core)
  session.runs.put(run([speaker(1, 'asked')]))
  await vi.waitFor(() => expect(core.calls).toContainEqual({ name: 'watchRun', input: { id: ID, after: 10 } }))
  const text = () => session.runs.store.getState().get(ID)?.speakers[0]?.text
  return { core, session, text }
}

afterEach(() => vi.useRealTimers())

describe('an answer streams on whatever tab is shown', () => {
  it('follows a run from the number that came with the conversation', async () => {
    const { core, text } = await watching()
    core.emitRun(ID, [delta(11, 0, 'It arrives '), delta(12, 11, 'at 17:25.')])
    await vi.waitFor(() => expect(text()).toBe('It arrives at 17:25.'))
  })

  it('goes on from the last number after the connection broke, without repeating text', async () => {
    const { core, text } = await watching()
    core.emitRun(ID, [delta(11, 0, 'It arrives ')])
    await vi.waitFor(() => expect(text()).toBe('It arrives '))
    core.breakStreams()
    await vi.waitFor(() => expect(core.calls).toContainEqual({ name: 'watchRun', input: { id: ID, after: 11 } }))
    core.emitRun(ID, [delta(11, 0, 'It arrives '), delta(12, 11, 'at 17:25.')])
    await vi.waitFor(() => expect(text()).toBe('It arrives at 17:25.'))
  })

  it('tells the page of it at most 20 times a second, and the last state always', async () => {
    const { core, session, text } = await watching()
    let heard = 0
    session.runs.store.subscribe(() => {
      heard += 1
    })
    const started = performance.now()
    for (let piece = 0; piece < 200; piece++) {
      core.emitRun(ID, [delta(11 + piece, piece, 'x')])
      if (piece % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await vi.waitFor(() => expect(text()?.length).toBe(200))
    expect(heard).toBeLessThanOrEqual(Math.ceil((performance.now() - started) / FLUSH_MS) + 1)
  })

  it('stops following once the run is finished', async () => {
    const { core, session } = await watching()
    core.emitRun(ID, [{ seq: 11, at: NOW, type: 'run-finished', state: 'cancelled', outcome: null, error: null, costMicros: 0 }])
    await vi.waitFor(() => expect(session.runs.store.getState().get(ID)?.state).toBe('cancelled'))
    vi.useFakeTimers()
    core.breakStreams()
    session.runs.watch(ID)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(core.calls.filter((call) => call.name === 'watchRun')).toHaveLength(1)
  })
})
