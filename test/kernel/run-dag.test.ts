import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/main/kernel/clock.ts'
import type { RunContext } from '../../src/main/kernel/context.ts'
import { NODE_DEFAULTS } from '../../src/main/kernel/dag/node.ts'
import type { WorkNode } from '../../src/main/kernel/run-dag.ts'
import { providerEnd } from '../../src/main/models/links/provider-end.ts'
import { createModelRegistry, NO_RECORDS } from '../../src/main/models/model-registry.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import { ProviderId } from '../../src/shared/ids.ts'
import type { Provider } from '../../src/shared/settings.ts'
import { startVendorServer } from '../support/vendor-server/vendor-server.ts'
import { openKernel, request } from './support/kernel.ts'

const say = async () => ({ text: 'said' })
const hang = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

/** A node that asks the model of its name and gives what it says. */
function asks(id: string, inputs: string[] = [], change: Partial<WorkNode> = {}): WorkNode {
  return {
    ...NODE_DEFAULTS,
    id,
    inputs,
    outputs: [id],
    run: async (ctx, given) => ({ [id]: `${Object.values(given).join('+')}>${(await ctx.model(request(id))).text}` }),
    ...change,
  }
}

const five = ['a', 'b', 'c', 'd'].map((id) => asks(id))

describe('E2 a graph in a run', () => {
  test('shows its plan and the state of each node, and hands values on', async () => {
    const kernel = openKernel({
      script: say,
      run: async (ctx) => String((await ctx.dag([asks('a'), asks('b', ['a']), asks('c', ['a', 'b'])])).values.c),
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('>said+>said>said>said')
    expect(view.plan?.nodes.map(({ id: node, state, dependsOn }) => [node, state, dependsOn])).toEqual([
      ['a', 'done', []],
      ['b', 'done', ['a']],
      ['c', 'done', ['a', 'b']],
    ])
    kernel.close()
  })

  test('a list turns one node into several, which are shown', async () => {
    const kernel = openKernel({
      script: say,
      run: async (ctx) => {
        const list = asks('list', [], { run: async () => ({ list: ['x', 'y', 'z'] }) })
        const { values } = await ctx.dag([list, asks('each', ['list'], { over: 'list' })])
        return JSON.stringify(values.each)
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('["x>said","y>said","z>said"]')
    expect(view.plan?.nodes.map(({ id: node, state }) => `${node} ${state}`)).toEqual([
      'list done',
      'each done',
      'each[0] done',
      'each[1] done',
      'each[2] done',
    ])
    kernel.close()
  })

  test('a failing branch keeps the results of the other four', async () => {
    const kernel = openKernel({
      script: async (call) => {
        if (call.request.speaker === 'e') throw new TuttiError('bad-request', 'No.')
        return { text: 'fine' }
      },
      run: async (ctx) => {
        const { state, values } = await ctx.dag([...five, asks('e')])
        return `${state} ${Object.keys(values).sort().join('')}`
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('failed abcd')
    expect(view.plan?.nodes.find((node) => node.id === 'e')).toMatchObject({ state: 'failed', note: 'No.' })
    kernel.close()
  })

  test('E8 a node adds and drops others while the graph runs; the revision and its reason are kept', async () => {
    const planner = asks('a', [], {
      run: async (ctx, _, control) => {
        await ctx.model(request('a'))
        await control.revise({ reason: 'One is enough, another is missing.', add: [asks('e')], drop: ['c'] })
        return { a: 'planned' }
      },
    })
    const run = async (ctx: RunContext) =>
      Object.keys((await ctx.dag([planner, asks('b', ['a']), asks('c', ['b'])])).values)
        .sort()
        .join('')
    const first = openKernel({ script: (call) => (call.request.speaker === 'e' ? hang(call.signal) : say()), run })
    const id = await first.start()
    await expect.poll(async () => (await first.journal.history(id))?.effects.length).toBe(3)
    await first.runner.close()
    first.close()
    const second = openKernel({ home: first.home, script: say, run })
    await second.runner.resumeAll()
    await second.runner.ended(id)
    const view = await second.runner.view(id)
    expect(view.outcome?.answer).toBe('abe')
    expect(view.plan).toMatchObject({ revision: 1, nodes: [{ id: 'a' }, { id: 'b' }, { id: 'e' }] })
    expect(second.calls.map((call) => call.request.speaker)).toEqual(['e'])
    second.close()
  })

  test('cancel reaches a grandchild and nothing is asked after it', async () => {
    const kernel = openKernel({
      script: (call) => hang(call.signal),
      run: async (ctx) => {
        const inner = asks('inner', [], {
          run: async (branch) => ({ inner: (await branch.dag([asks('deep'), asks('after', ['deep'])])).state }),
        })
        return (await ctx.dag([inner])).state
      },
    })
    const id = await kernel.start()
    await expect.poll(() => kernel.calls.length).toBe(1)
    kernel.runner.stop(id)
    await kernel.runner.ended(id)
    expect(kernel.calls.map((call) => [call.request.speaker, call.signal.aborted])).toEqual([['deep', true]])
    const view = await kernel.runner.view(id)
    expect(view.state).toBe('cancelled')
    expect(view.plan?.nodes.map((node) => node.id)).toEqual(['inner', 'inner/deep', 'inner/after'])
    kernel.close()
  })

  test('nodes that ended are undone in reverse order when a later one fails the run', async () => {
    const undone: string[] = []
    const undo = (name: string) => async (ctx: RunContext) => void (await ctx.step('undo', async () => void undone.push(name)))
    const kernel = openKernel({
      script: say,
      run: async (ctx) => {
        await ctx.dag([asks('a', [], { undo: undo('a') }), asks('b', ['a'], { undo: undo('b') })])
        throw new TuttiError('bad-request', 'No.')
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect(undone).toEqual(['b', 'a'])
    kernel.close()
  })
})

describe('E4 resources of nodes', () => {
  test('two nodes that need the same lock take turns, and the wait is told', async () => {
    let inside = 0
    let most = 0
    const locked = (id: string) =>
      asks(id, [], {
        resources: [{ name: 'ledger', amount: 1 }],
        run: async (ctx) => {
          inside += 1
          most = Math.max(most, inside)
          await ctx.model(request(id))
          inside -= 1
          return { [id]: 'done' }
        },
      })
    const kernel = openKernel({ script: say, run: async (ctx) => (await ctx.dag([locked('a'), locked('b'), locked('c')])).state })
    const id = await kernel.start()
    const notes = new Set<string>()
    for await (const update of kernel.watch(id)) {
      if (update.type === 'events') for (const event of update.events) if (event.type === 'node-changed') notes.add(event.note)
    }
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).outcome?.answer).toBe('done')
    expect(most).toBe(1)
    expect([...notes].some((note) => note.startsWith('Waits for ledger'))).toBe(true)
    kernel.close()
  })
})

describe('E4 priorities of nodes', () => {
  test('decide whose call goes first at a vendor that takes one at a time, in nested graphs too', async () => {
    const node = (id: string, priority: number) => asks(id, [], { priority })
    const nested = asks('inner', [], {
      priority: 5,
      run: async (branch) => ({ inner: (await branch.dag([node('c', 0), node('d', 2)])).state }),
    })
    const slow = async () => {
      await systemClock.sleep(20)
      return { text: 'said' }
    }
    const kernel = openKernel({
      script: slow,
      concurrency: 1,
      run: async (ctx) => (await ctx.dag([node('first', 100), node('a', 1), node('b', 6), nested])).state,
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect(kernel.calls.map((call) => call.request.speaker)).toEqual(['first', 'd', 'b', 'c', 'a'])
    kernel.close()
  })
})

describe('cancel over real sockets', () => {
  test('a stopped run’s grandchild is cut off at the server, and nothing is asked after it', async () => {
    const server = await startVendorServer()
    server.script({}, { text: 'Very slowly.', chunkSize: 1, chunkMs: 200 })
    const provider: Provider = {
      ...{ id: ProviderId.parse('test'), kind: 'compatible', name: 'Test', baseUrl: server.baseUrl('vendor') },
      ...{ concurrency: 8, requestsPerMinute: null, tokensPerMinute: null, local: true, enabled: true },
    }
    const registry = createModelRegistry({ providers: () => [provider], keyOf: () => null, records: () => NO_RECORDS })
    await registry.load()
    const kernel = openKernel({
      script: say,
      end: providerEnd({ registry, attachment: async () => new Uint8Array(), clock: systemClock }),
      run: async (ctx) => {
        const inner = asks('inner', [], {
          run: async (branch) => ({ inner: (await branch.dag([asks('deep'), asks('after', ['deep'])])).state }),
        })
        return (await ctx.dag([inner])).state
      },
    })
    const id = await kernel.start()
    await expect.poll(() => server.requests.length).toBe(1)
    kernel.runner.stop(id)
    await kernel.runner.ended(id)
    await expect.poll(() => server.requests[0]?.aborted).toBe(true)
    expect(server.requests).toHaveLength(1)
    kernel.close()
    await server.close()
  })
})
