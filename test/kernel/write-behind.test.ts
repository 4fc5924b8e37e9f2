import { describe, expect, test } from 'vitest'
import type { RunContext } from '../../src/main/kernel/context.ts'
import type { RunId } from '../../src/shared/ids.ts'
import { type KernelOptions, openKernel, request } from './support/kernel.ts'

const SPOILED = { kind: 'model' as const, digest: '', outcome: { ok: true as const, value: null }, endedAt: 0 }

/** A kernel whose database refuses the outcome of a run's first call: a row with its path is there already. */
function spoiled(options: Omit<KernelOptions, 'script'>) {
  const kernel = openKernel({
    ...options,
    script: async (call) => {
      if (call.path === 'model/0') await kernel.journal.commit({ runId: call.run.record.id, effect: { ...SPOILED, path: call.path } })
      return { text: 'said' }
    },
  })
  return kernel
}

async function afterFault(kernel: ReturnType<typeof openKernel>, id: RunId) {
  await kernel.runner.ended(id)
  const open = (await kernel.journal.unfinished()).map((run) => run.id)
  kernel.close()
  return { asked: kernel.calls.length, faults: kernel.faults.length, open }
}

describe('A6 the outcome of a call is written behind it', () => {
  test.each([
    ['a call', (ctx: RunContext) => ctx.model(request('b'))],
    ['a step', (ctx: RunContext) => ctx.step('work', async () => expect.unreachable('The step began.'))],
    ['branches', (ctx: RunContext) => ctx.all([{ key: 'x', run: (branch) => branch.model(request('b')) }])],
    ['the end', async () => {}],
  ])('where it cannot be written, %s does not follow, and the run stays open for the next start', async (_, next) => {
    const kernel = spoiled({
      run: async (ctx) => {
        await ctx.model(request('a'))
        await next(ctx)
        return 'done'
      },
    })
    const id = await kernel.start()
    expect(await afterFault(kernel, id)).toEqual({ asked: 1, faults: 1, open: [id] })
  })

  test('an orchestrator that swallows every error does not end such a run either', async () => {
    const kernel = spoiled({
      run: async (ctx) => {
        for (const speaker of ['a', 'b', 'c']) await ctx.model(request(speaker)).catch(() => {})
        return 'done'
      },
    })
    const id = await kernel.start()
    expect(await afterFault(kernel, id)).toEqual({ asked: 1, faults: 1, open: [id] })
  })

  test('nothing is undone in such a run: the next start goes on with it', async () => {
    const undone: string[] = []
    const kernel = spoiled({
      run: async (ctx) => {
        const undo = (branch: RunContext) => branch.step('undo', async () => void undone.push('work'))
        ctx.compensate('work', { key: 'work', run: undo })
        await ctx.model(request('a'))
        await ctx.model(request('b'))
        return 'done'
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).stopping).toBeNull()
    expect([await afterFault(kernel, id), undone]).toEqual([{ asked: 1, faults: 1, open: [id] }, []])
  })

  test('what a call answered is durable before a step begins', async () => {
    let durable: string[] = []
    const kernel = openKernel({
      script: async () => ({ text: 'said' }),
      run: async (ctx) => {
        await ctx.model(request('a'))
        await ctx.step('look', async () => {
          durable = ((await kernel.journal.history(ctx.run.id))?.effects ?? []).map(({ path }) => path)
        })
        return 'done'
      },
    })
    await kernel.runner.ended(await kernel.start())
    expect(durable).toEqual(['model/0'])
    kernel.close()
  })
})
