import { describe, expect, test } from 'vitest'
import type { RunContext } from '../../src/main/kernel/context.ts'
import { NODE_DEFAULTS } from '../../src/main/kernel/dag/node.ts'
import type { WorkNode } from '../../src/main/kernel/run-dag.ts'
import type { TuttiError } from '../../src/shared/errors.ts'
import type { RunId } from '../../src/shared/ids.ts'
import { openKernel, request, type Script } from './support/kernel.ts'

const say: Script = async () => ({ text: 'said' })
const hang = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

const asks = (id: string, dependsOn: readonly string[] = [], more: Partial<WorkNode> = {}): WorkNode => ({
  ...{ ...NODE_DEFAULTS, id, outputs: [id], dependsOn },
  run: async (ctx) => ({ [id]: (await ctx.model(request(id))).text }),
  ...more,
})

/** Asks `count` times, so that replaying it takes longer than replaying a node that asks once. */
async function think(ctx: RunContext, speaker: string, count = 8): Promise<void> {
  for (let round = 0; round < count; round += 1) await ctx.model(request(speaker, { sample: round }))
}

const run = (nodes: readonly WorkNode[]) => async (ctx: RunContext) => {
  const { state, values } = await ctx.dag(nodes)
  return `${state} ${Object.keys(values).sort().join(' ')}`
}

type Kernel = ReturnType<typeof openKernel>
const effectsOf = async (kernel: Kernel, id: RunId) => (await kernel.journal.history(id))?.effects.map(({ path }) => path) ?? []

/** Runs until all of `done` is committed, ends the process there, and goes on with other nodes where given. */
async function interrupted(script: Script, nodes: readonly WorkNode[], done: readonly string[], later = nodes) {
  const first = openKernel({ script, run: run(nodes) })
  const id = await first.start()
  await expect.poll(async () => (await effectsOf(first, id)).filter((path) => done.includes(path)).sort()).toEqual([...done].sort())
  await first.runner.close()
  first.close()
  const second = openKernel({ home: first.home, script: say, run: run(later) })
  await second.runner.resumeAll()
  await second.runner.ended(id)
  const view = await second.runner.view(id)
  second.close()
  return { view, asked: second.calls.map((call) => call.request.speaker) }
}

describe('E8 a plan that changed while it ran, resumed', () => {
  /** Others than the planner's come when it has revised. */
  function afterRevision() {
    const revised = Promise.withResolvers<void>()
    const script: Script = async (call) => {
      const { speaker } = call.request
      if (speaker === 'late') return hang(call.signal)
      if (speaker !== 'plan') await revised.promise
      return { text: 'said' }
    }
    return { revised, script }
  }

  const planner = (revise: WorkNode['run']) => asks('plan', [], { run: revise })

  test('a node that was dropped is not started, however much faster its turn comes this time', async () => {
    const { revised, script } = afterRevision()
    const plan = planner(async (ctx, _, control) => {
      await think(ctx, 'plan')
      await control.revise({ reason: 'Not needed.', drop: ['x'], add: [asks('late', ['y'])] })
      revised.resolve()
      return { plan: 'done' }
    })
    const { view, asked } = await interrupted(script, [plan, asks('y'), asks('x', ['y'])], ['plan/revise/0', 'y/model/0'])
    expect(view.outcome?.answer).toBe('done late plan y')
    expect(asked).toEqual(['late'])
    expect(view.plan).toMatchObject({ revision: 1, nodes: [{ id: 'plan' }, { id: 'y' }, { id: 'late' }] })
  })

  test('a node that takes what was added later waits for it again', async () => {
    const { revised, script } = afterRevision()
    const plan = planner(async (ctx, _, control) => {
      await think(ctx, 'plan')
      await control.revise({ reason: 'A hint helps.', add: [asks('hint', [], { outputs: ['hint'] }), asks('late', ['sum'])] })
      revised.resolve()
      return { plan: 'done' }
    })
    const sum = asks('sum', ['y'], {
      inputs: ['hint'],
      optional: ['hint'],
      run: async (ctx, inputs) => ({ sum: (await ctx.model(request(`sum-${Object.keys(inputs).join('-')}`))).text }),
    })
    const { view, asked } = await interrupted(script, [plan, asks('y'), sum], ['plan/revise/0', 'y/model/0', 'sum/model/0'])
    expect(view.state).toBe('done')
    expect(asked).toEqual(['late'])
  })

  test('two planners’ revisions are made in the order in which they were made', async () => {
    const { revised, script } = afterRevision()
    const slow = planner(async (ctx, _, control) => {
      await think(ctx, 'plan')
      await control.revise({ reason: 'First.', add: [asks('n')] })
      revised.resolve()
      return { plan: 'done' }
    })
    const quick = asks('quick', [], {
      run: async (ctx, _, control) => {
        await ctx.model(request('quick'))
        await control.revise({ reason: 'Second.', add: [asks('late', ['n'])] })
        return { quick: 'done' }
      },
    })
    const { view, asked } = await interrupted(script, [slow, quick], ['plan/revise/0', 'quick/revise/0', 'n/model/0'])
    expect(view.outcome?.answer).toBe('done late n plan quick')
    expect(asked).toEqual(['late'])
    expect(view.plan?.revision).toBe(2)
  })

  test('a revision that was refused is refused again, although this time it would come early enough', async () => {
    const started = Promise.withResolvers<void>()
    const script: Script = async (call) => {
      const { speaker } = call.request
      if (speaker === 'y') started.resolve()
      if (speaker === 'plan') await started.promise
      return speaker === 'late' ? hang(call.signal) : { text: 'said' }
    }
    const plan = planner(async (ctx, _, control) => {
      await ctx.model(request('plan'))
      const answer = await control.revise({ reason: 'Too late.', drop: ['y'] }).then(
        () => 'accepted',
        (error: TuttiError) => error.message,
      )
      await ctx.model(request('late'))
      return { plan: answer }
    })
    const slow = asks('slow', [], {
      run: async (ctx) => {
        await think(ctx, 'slow')
        return { slow: 'done' }
      },
    })
    const { view, asked } = await interrupted(script, [plan, slow, asks('y', ['slow'])], ['plan/revise/0', 'y/model/0'])
    expect(view.outcome?.answer).toBe('done plan slow y')
    expect(asked).toEqual(['late'])
  })

  test('a fork that takes the revision over does not start what it dropped either', async () => {
    const { revised, script } = afterRevision()
    const plan = planner(async (ctx, _, control) => {
      await think(ctx, 'plan')
      await control.revise({ reason: 'Not needed.', drop: ['x'] })
      revised.resolve()
      return { plan: 'done' }
    })
    const kernel = openKernel({ script, run: run([plan, asks('y'), asks('x', ['y'])]) })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const calls = kernel.calls.length
    const fork = await kernel.start({ forkOf: id }, (await kernel.journal.history(id))?.effects)
    await kernel.runner.ended(fork)
    expect((await kernel.runner.view(fork)).outcome?.answer).toBe('done plan y')
    expect(kernel.calls).toHaveLength(calls)
    kernel.close()
  })

  test('code that plans otherwise by now stops as diverged before it pays; code without the planner goes on', async () => {
    const plan = (drop: string) =>
      planner(async (ctx, _, control) => {
        await think(ctx, 'plan')
        await control.revise({ reason: 'Not needed.', drop: [drop] })
        return { plan: (await ctx.model(request('late'))).text }
      })
    const script: Script = (call) => (call.request.speaker === 'late' ? hang(call.signal) : say(call))
    const before = [plan('x'), asks('x', ['plan']), asks('z', ['plan'])]
    const changed = await interrupted(script, before, ['plan/revise/0'], [plan('z'), asks('x', ['plan']), asks('z', ['plan'])])
    expect(changed.view.plan?.nodes.find(({ id }) => id === 'plan')?.note).toContain('“plan/revise/0” was made from another request')
    expect(changed.asked).toEqual([])
    const gone = await interrupted(script, before, ['plan/revise/0'], [asks('x'), asks('z', ['x'])])
    expect(gone.view.outcome?.answer).toBe('done x z')
  })
})

describe('E5 a graph that was being stopped when its process died', () => {
  test('is undone wherever it had got to, also under “fail fast”', async () => {
    const undone: string[] = []
    let release = () => {}
    const nodes = (blocked: boolean) => [
      asks('stuck'),
      asks('slow', [], {
        run: async (ctx) => {
          await think(ctx, 'slow', 40)
          return { slow: 'done' }
        },
        undo: async (ctx) => {
          await ctx.step('undo', async () => {
            if (blocked) await new Promise<void>((resolve) => (release = resolve))
            undone.push(blocked ? 'by the first process' : 'by the second process')
          })
        },
      }),
    ]
    const graph = (blocked: boolean) => async (ctx: RunContext) => {
      const { state, error } = await ctx.dag(nodes(blocked), { policy: 'fail-fast' })
      if (error) throw error
      return state
    }
    const first = openKernel({ script: (call) => (call.request.speaker === 'stuck' ? hang(call.signal) : say(call)), run: graph(true) })
    const id = await first.start()
    await expect.poll(async () => (await effectsOf(first, id)).length).toBe(40)
    first.runner.stop(id)
    await expect.poll(() => first.runner.live(id)?.log.view.stopping?.code).toBe('cancelled')
    // The process dies here.
    first.close()
    const second = openKernel({ home: first.home, script: say, run: graph(false) })
    await second.runner.resumeAll()
    await second.runner.ended(id)
    release()
    expect((await second.runner.view(id)).state).toBe('cancelled')
    expect(undone).toContain('by the second process')
    expect(second.calls).toEqual([])
    second.close()
  })
})
