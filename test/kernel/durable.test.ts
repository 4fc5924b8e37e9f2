import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemClock } from '../../src/main/kernel/clock.ts'
import type { RunContext } from '../../src/main/kernel/context.ts'
import type { FindTool } from '../../src/main/kernel/tool.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import type { RunId } from '../../src/shared/ids.ts'
import { type KernelOptions, openKernel, request } from './support/kernel.ts'

const say = async () => ({ text: 'said' })
const hang = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

type Kernel = ReturnType<typeof openKernel>

async function finished(kernel: Kernel, id: RunId) {
  await kernel.runner.ended(id)
  return kernel.runner.view(id)
}

const waitsOf = (kernel: Kernel, id: RunId) => kernel.runner.live(id)?.log.view.waits ?? []
const answer = (kernel: Kernel, id: RunId, value: string) => {
  const [wait] = waitsOf(kernel, id)
  return kernel.runner.live(id)?.answer(wait?.path ?? '', value)
}

/** Ends the process's part of a run without a word, as a kill does, and opens the same data again. */
async function restart(kernel: Kernel, options: Omit<KernelOptions, 'home'>): Promise<Kernel> {
  await kernel.runner.close()
  kernel.close()
  const next = openKernel({ ...options, home: kernel.home })
  await next.runner.resumeAll()
  return next
}

describe('E5 waiting', () => {
  const approval = {
    script: say,
    run: async (ctx: RunContext) => ((await ctx.approve('Send it?', 'to: ann@example.com')) ? 'sent' : 'kept'),
  }

  test('an approval outlives the process, shows its exact words and is answered once', async () => {
    const first = openKernel(approval)
    const id = await first.start()
    await expect.poll(() => waitsOf(first, id)).toMatchObject([{ kind: 'approval', title: 'Send it?', detail: 'to: ann@example.com' }])
    const second = await restart(first, approval)
    await expect.poll(() => waitsOf(second, id).length).toBe(1)
    await expect(answer(second, id, 'maybe')).rejects.toThrow(/Choose one of: yes, no/)
    await answer(second, id, 'yes')
    expect((await finished(second, id)).outcome?.answer).toBe('sent')
    second.close()
  })

  test('an answer that was given before the kill is not asked for again', async () => {
    const run = async (ctx: RunContext) => {
      const name = await ctx.receive('name', z.object({ name: z.string() }), { title: 'Who are you?' })
      return `${name.name} ${(await ctx.model(request('a'))).text}`
    }
    const first = openKernel({ script: (call) => hang(call.signal), run })
    const id = await first.start()
    await expect.poll(() => waitsOf(first, id).length).toBe(1)
    await answer(first, id, '{"name":"Ann"}')
    await expect.poll(() => first.calls.length).toBe(1)
    const second = await restart(first, { script: say, run })
    const view = await finished(second, id)
    expect(view.outcome?.answer).toBe('Ann said')
    expect(view.waits).toEqual([])
    second.close()
  })

  test('a branch that waits gives its place to the next', async () => {
    const kernel = openKernel({
      script: say,
      run: async (ctx) => {
        const settled = await ctx.all(
          [
            { key: 'a', run: async (branch) => String(await branch.approve('Go on?', '')) },
            { key: 'b', run: async (branch) => (await branch.model(request('b'))).text },
          ],
          { limit: 1 },
        )
        return settled.map((one) => (one.state === 'done' ? one.value : one.state)).join()
      },
    })
    const id = await kernel.start()
    await expect.poll(() => kernel.calls.length).toBe(1)
    await answer(kernel, id, 'no')
    expect((await finished(kernel, id)).outcome?.answer).toBe('false,said')
    kernel.close()
  })

  test('a timer that has passed while Tutti was closed ends at once', async () => {
    const until = Date.now() + 300
    const run = async (ctx: RunContext) => {
      await ctx.sleep(until)
      return 'awake'
    }
    const first = openKernel({ script: say, run, clock: systemClock })
    const id = await first.start()
    await expect.poll(() => waitsOf(first, id)).toMatchObject([{ kind: 'timer', until }])
    const second = await restart(first, { script: say, run, clock: systemClock })
    expect((await finished(second, id)).outcome?.answer).toBe('awake')
    expect(Date.now()).toBeGreaterThanOrEqual(until)
    second.close()
  })
})

describe('E5 sagas', () => {
  const undone: string[] = []
  const saga = (fail: () => Promise<never>) => async (ctx: RunContext) => {
    for (const name of ['first', 'second', 'third']) {
      await ctx.step(name, async () => name)
      ctx.compensate(name, { key: name, run: (branch) => branch.step(`undo ${name}`, async () => void undone.push(name)) })
    }
    return fail()
  }

  test('undoes in reverse order when a run fails', async () => {
    undone.length = 0
    const kernel = openKernel({
      script: say,
      run: saga(async () => {
        throw new TuttiError('bad-request', 'No.')
      }),
    })
    const view = await finished(kernel, await kernel.start())
    expect(view.state).toBe('failed')
    expect(undone).toEqual(['third', 'second', 'first'])
    expect(view.compensations.map(({ name, state }) => `${name} ${state}`)).toEqual(['third done', 'second done', 'first done'])
    kernel.close()
  })

  test('undoes when a run is stopped, although its calls are cancelled', async () => {
    undone.length = 0
    const kernel = openKernel({
      script: (call) => hang(call.signal),
      run: (ctx) => saga(() => ctx.model(request('a')).then(() => Promise.reject()))(ctx),
    })
    const id = await kernel.start()
    await expect.poll(() => kernel.calls.length).toBe(1)
    kernel.runner.stop(id)
    expect((await finished(kernel, id)).state).toBe('cancelled')
    expect(undone).toEqual(['third', 'second', 'first'])
    kernel.close()
  })

  test('one that fails three times waits for a person; a restart does not undo the others again', async () => {
    const done: string[] = []
    let broken = true
    const run = async (ctx: RunContext) => {
      for (const name of ['easy', 'hard', 'last']) {
        ctx.compensate(name, {
          key: name,
          run: (branch) =>
            branch.step(`undo ${name}`, async () => {
              if (name === 'hard' && broken) throw new TuttiError('unreachable', 'The bank does not answer.')
              done.push(name)
            }),
        })
      }
      throw new TuttiError('bad-request', 'No.')
    }
    const first = openKernel({ script: say, run })
    const id = await first.start()
    await expect.poll(() => waitsOf(first, id)).toMatchObject([{ kind: 'compensation-failed', detail: 'The bank does not answer.' }])
    expect(done).toEqual(['last'])
    const second = await restart(first, { script: say, run })
    await expect.poll(() => waitsOf(second, id).length).toBe(1)
    broken = false
    await answer(second, id, 'retry')
    const view = await finished(second, id)
    expect(done).toEqual(['last', 'hard', 'easy'])
    expect(view.state).toBe('failed')
    second.close()
  })

  test('a run that was being stopped when it was killed is not taken up again, it is undone to the end', async () => {
    const steps: string[] = []
    let release = () => {}
    const run = (blocked: boolean) => async (ctx: RunContext) => {
      ctx.compensate('slow', {
        key: 'slow',
        run: (branch) =>
          branch.step('undo', async () => {
            if (blocked) await new Promise<void>((resolve) => (release = resolve))
            steps.push('undone')
          }),
      })
      await ctx.step('work', async () => void steps.push('worked'))
      return (await ctx.model(request('a'))).text
    }
    const first = openKernel({ script: (call) => hang(call.signal), run: run(true) })
    const id = await first.start()
    await expect.poll(() => first.calls.length).toBe(1)
    first.runner.stop(id)
    await expect.poll(() => first.runner.live(id)?.log.view.stopping?.code).toBe('cancelled')
    // The process dies here: its open undo never ends in this process.
    first.close()
    const second = openKernel({ home: first.home, script: say, run: run(false) })
    await second.runner.resumeAll()
    const view = await finished(second, id)
    release()
    expect(view.state).toBe('cancelled')
    expect(second.calls).toEqual([])
    expect(steps.filter((step) => step === 'worked')).toHaveLength(1)
    expect(steps).toContain('undone')
    second.close()
  })
})

describe('tools', () => {
  const writes: string[] = []
  const tools =
    (change: { idempotent?: boolean; readOnly?: boolean } = {}, stuck = false): FindTool =>
    (name) => ({
      name,
      readOnly: change.readOnly ?? false,
      idempotent: change.idempotent ?? false,
      leaves: false,
      run: async (_input, { signal, idempotencyKey }) => {
        writes.push(idempotencyKey)
        if (stuck) await hang(signal)
        return { content: 'written' }
      },
    })
  const run = async (ctx: RunContext) => (await ctx.tool({ name: 'write', input: { path: 'a.txt' } })).content

  test('one that may have run is never called again unasked', async () => {
    writes.length = 0
    const first = openKernel({ script: say, run, tools: tools({}, true) })
    const id = await first.start()
    await expect.poll(() => writes.length).toBe(1)
    const second = await restart(first, { script: say, run, tools: tools() })
    await expect
      .poll(() => waitsOf(second, id))
      .toMatchObject([{ kind: 'tool-in-doubt', options: [{ value: 'ran' }, { value: 'not-run' }, { value: 'again' }] }])
    expect(waitsOf(second, id)[0]?.detail).toContain('{"path":"a.txt"}')
    await answer(second, id, 'ran')
    expect((await finished(second, id)).outcome?.answer).toBe('It ran; its result is not known.')
    expect(writes).toHaveLength(1)
    second.close()
  })

  test('one that is idempotent is called again with the same key', async () => {
    writes.length = 0
    const first = openKernel({ script: say, run, tools: tools({ idempotent: true }, true) })
    const id = await first.start()
    await expect.poll(() => writes.length).toBe(1)
    const second = await restart(first, { script: say, run, tools: tools({ idempotent: true }) })
    expect((await finished(second, id)).outcome?.answer).toBe('written')
    expect(new Set(writes).size).toBe(1)
    expect(writes).toHaveLength(2)
    second.close()
  })
})

describe('pause', () => {
  test('nothing new starts, over a restart too, until a person goes on', async () => {
    const run = async (ctx: RunContext) => `${(await ctx.model(request('a'))).text} ${(await ctx.model(request('b'))).text}`
    let letGo = () => {}
    const first = openKernel({
      script: (call) => (call.request.speaker === 'a' ? new Promise((resolve) => (letGo = () => resolve({ text: 'a' }))) : say()),
      run,
    })
    const id = await first.start()
    await expect.poll(() => first.calls.length).toBe(1)
    await first.runner.live(id)?.pause()
    letGo()
    await expect.poll(async () => (await first.journal.history(id))?.effects.length).toBe(1)
    const second = await restart(first, { script: say, run })
    expect((await second.runner.view(id)).paused).toBe(true)
    expect(second.calls).toEqual([])
    await second.runner.live(id)?.unpause()
    expect((await finished(second, id)).outcome?.answer).toBe('a said')
    second.close()
  })
})

describe('code that changed between crash and resume', () => {
  const ask = (ctx: RunContext, name: string) => ctx.model(request(name)).then((said) => said.text)
  const version1 = async (ctx: RunContext) => [await ask(ctx, 'a'), await ask(ctx, 'b'), await ask(ctx, 'c'), await ask(ctx, 'd')].join(' ')
  const changed = {
    inserted: async (ctx: RunContext) =>
      [await ask(ctx, 'a'), await ask(ctx, 'new'), await ask(ctx, 'b'), await ask(ctx, 'c'), await ask(ctx, 'd')].join(' '),
    removed: async (ctx: RunContext) => [await ask(ctx, 'a'), await ask(ctx, 'c'), await ask(ctx, 'd')].join(' '),
    reordered: async (ctx: RunContext) => [await ask(ctx, 'b'), await ask(ctx, 'a'), await ask(ctx, 'c'), await ask(ctx, 'd')].join(' '),
  }

  test.each(Object.entries(changed))(
    'a step %s: stops before paying, names the difference, and goes on without paying again',
    async (kind, version2) => {
      const first = openKernel({
        script: (call) => (call.request.speaker === 'd' ? hang(call.signal) : Promise.resolve({ text: call.request.speaker })),
        run: version1,
      })
      const id = await first.start()
      await expect.poll(async () => (await first.journal.history(id))?.effects.length).toBe(3)
      const second = await restart(first, { script: async (call) => ({ text: call.request.speaker }), run: version2 })
      const stopped = await finished(second, id)
      expect(stopped.state).toBe('diverged')
      expect(stopped.error?.message).toContain(kind === 'reordered' ? 'model/0' : 'model/1')
      expect(second.calls).toEqual([])

      const history = await second.journal.history(id)
      const forked = await second.start({ forkOf: id }, history?.effects)
      const view = await finished(second, forked)
      expect(view.state).toBe('done')
      const paid = second.calls.map((call) => call.request.speaker)
      expect(paid).toEqual(kind === 'inserted' ? ['new', 'd'] : ['d'])
      second.close()
    },
  )

  test('a fork hands each branch its own step back, in whatever order they come now', async () => {
    const steps = (order: readonly string[], value: (name: string) => string) => async (ctx: RunContext) => {
      const tasks = order.map((key) => ({ key, run: (branch: RunContext) => branch.step('code', async () => value(key)) }))
      const settled = await ctx.all(tasks, { limit: 1 })
      return settled.map((each) => `${each.key}=${each.state === 'done' ? each.value : each.state}`).join(' ')
    }
    const first = openKernel({ script: async () => ({ text: '' }), run: steps(['a', 'b'], (name) => `${name} once`) })
    const id = await first.start()
    await finished(first, id)
    const second = await restart(first, { script: async () => ({ text: '' }), run: steps(['b', 'a'], () => 'again') })
    const forked = await second.start({ forkOf: id }, (await second.journal.history(id))?.effects)
    expect((await finished(second, forked)).outcome?.answer).toBe('b=b once a=a once')
    second.close()
  })
})
