import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { RunContext } from '../../src/main/kernel/context.ts'
import { NODE_DEFAULTS } from '../../src/main/kernel/dag/node.ts'
import { PauseGate } from '../../src/main/kernel/pause-gate.ts'
import type { WorkNode } from '../../src/main/kernel/run-dag.ts'
import { Waits } from '../../src/main/kernel/waits.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import { openKernel, request, type Script } from './support/kernel.ts'

const say: Script = async () => ({ text: 'said' })
const hang = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
const hanging: Script = (call) => hang(call.signal)

/** Makes an error of its own of whatever ends its call. */
const swallows = async (ctx: RunContext) => {
  try {
    return (await ctx.model(request('a'))).text
  } catch {
    throw new TuttiError('no-answer', 'Nobody answered.')
  }
}

describe('F2 a core that closes', () => {
  test('leaves a run open whatever its orchestrator makes of that, and the next one goes on with it', async () => {
    const first = openKernel({ script: hanging, run: swallows })
    const id = await first.start()
    await expect.poll(() => first.calls.length).toBe(1)
    await first.runner.close()
    expect((await first.journal.unfinished()).map((run) => run.id)).toEqual([id])
    first.close()
    const second = openKernel({ home: first.home, script: say, run: swallows })
    await second.runner.resumeAll()
    await second.runner.ended(id)
    expect((await second.runner.view(id)).outcome?.answer).toBe('said')
    second.close()
  })

  test('commits no failure of a step that was cut off by it, whatever the step throws', async () => {
    const started = Promise.withResolvers<void>()
    const cutOff = (signal: AbortSignal) =>
      new Promise<string>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('This operation was aborted')))
        started.resolve()
      })
    const run = (work: (signal: AbortSignal) => Promise<string>) => (ctx: RunContext) => ctx.step('fetch', work)
    const first = openKernel({ script: say, run: run(cutOff) })
    const id = await first.start()
    await started.promise
    await first.runner.close()
    expect((await first.journal.history(id))?.effects).toEqual([])
    first.close()
    const second = openKernel({ home: first.home, script: say, run: run(async () => 'fetched') })
    await second.runner.resumeAll()
    await second.runner.ended(id)
    expect((await second.runner.view(id)).outcome?.answer).toBe('fetched')
    second.close()
  })

  test('that finds a run damaged at the next start says so and goes on with the others', async () => {
    const run = async (ctx: RunContext) => `${await ctx.step('one', async () => 'one')} ${(await ctx.model(request('a'))).text}`
    const first = openKernel({ script: hanging, run })
    const ids = [await first.start(), await first.start()]
    await expect.poll(() => first.calls.length).toBe(2)
    await first.runner.close()
    first.close()
    const database = new DatabaseSync(join(first.home, 'tutti.db'))
    database.prepare('UPDATE effects SET value = ? WHERE run_id = ?').run('{"half', ids[0] ?? '')
    database.close()
    const second = openKernel({ home: first.home, script: say, run })
    await second.runner.resumeAll()
    expect(second.faults).toHaveLength(1)
    for (const id of ids) await second.runner.ended(id)
    expect((await second.journal.unfinished()).map(({ id }) => id)).toEqual([ids[0]])
    second.close()
  })
})

describe('A4 a run that is stopped', () => {
  test('begins no step any more that it was about to begin', async () => {
    let begun = false
    const kernel = openKernel({
      script: say,
      run: async (ctx) =>
        ctx.step('late', async () => {
          begun = true
          return 'begun'
        }),
    })
    const id = await kernel.start()
    kernel.runner.stop(id)
    await kernel.runner.ended(id)
    expect([begun, (await kernel.runner.view(id)).state]).toEqual([false, 'cancelled'])
    kernel.close()
  })

  test('ends as cancelled, although its orchestrator made another error of it', async () => {
    const kernel = openKernel({ script: hanging, run: swallows })
    const id = await kernel.start()
    await expect.poll(() => kernel.calls.length).toBe(1)
    kernel.runner.stop(id)
    await kernel.runner.ended(id)
    expect(await kernel.runner.view(id)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } })
    kernel.close()
  })
})

describe('E3 work that is done once', () => {
  test('is taken over by who waits for it where the branch that does it is cut off', async () => {
    const node = (id: string, change: Partial<WorkNode>): WorkNode => ({
      ...{ ...NODE_DEFAULTS, id, outputs: [id] },
      run: async (ctx) => ({ [id]: await ctx.memory.once('outline', async () => (await ctx.model(request(id))).text) }),
      ...change,
    })
    const kernel = openKernel({
      script: (call) => (call.request.speaker === 'a' ? hang(call.signal) : say(call)),
      run: async (ctx) => {
        const { nodes } = await ctx.dag([node('a', { timeoutMs: 1, priority: 1 }), node('b', {})])
        return [...nodes].map(([id, { end }]) => `${id} ${end.state}`).join()
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).outcome?.answer).toBe('a failed,b done')
    kernel.close()
  })
})

describe('branches', () => {
  test('that would share their places in the journal are refused by name', async () => {
    const branches = [{ key: 'a', run: async (branch: RunContext) => (await branch.model(request('a'))).text }]
    const kernel = openKernel({
      script: say,
      run: async (ctx) => {
        await ctx.all(branches)
        await ctx.all(branches)
        return 'both'
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).error?.message).toContain('A branch “a” was there before')
    kernel.close()
  })
})

test('a run that is paused again at once lets nothing through', async () => {
  const gate = new PauseGate()
  gate.pause()
  let passed = false
  const passing = gate.pass(new AbortController().signal).then(() => {
    passed = true
  })
  gate.unpause()
  gate.pause()
  await new Promise(setImmediate)
  expect(passed).toBe(false)
  gate.unpause()
  await passing
})

test('of two answers to a wait that has not come yet, the first counts and the second is told', async () => {
  const waits = new Waits()
  const { signal } = new AbortController()
  const answers = [waits.answer('p', 'yes', signal), waits.answer('p', 'no', signal)]
  const wait = { path: 'p', kind: 'approval' as const, title: '', detail: '', options: [], until: null }
  const committed: string[] = []
  const said = await waits.open(
    wait,
    signal,
    (value) => value,
    async (value) => void committed.push(value),
  )
  expect(said).toBe('yes')
  expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(committed).toEqual(['yes'])
})
