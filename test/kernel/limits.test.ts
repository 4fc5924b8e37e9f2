import { describe, expect, test } from 'vitest'
import type { RunContext } from '../../src/main/kernel/context.ts'
import { ModelRef } from '../../src/shared/ids.ts'
import { openKernel, request } from './support/kernel.ts'

const CHEAP = ModelRef.parse('test/cheap')

/** Every call but those of the cheap model may cost 100; it may cost 10. */
const quote = ({ model }: { model: string }) => ({ atMostMicros: model === CHEAP ? 10 : 100, soFarMicros: () => 10 })

const answer = async ({ request: asked }: { request: { model: string } }) => ({
  text: asked.model,
  costMicros: asked.model === CHEAP ? 5 : 100,
})

const askInTurn = async (ctx: RunContext, names: readonly string[]) => {
  const texts: string[] = []
  for (const name of names) texts.push((await ctx.model(request(name))).text)
  return texts.join(' ')
}

const askTogether = async (ctx: RunContext, names: readonly string[]) => {
  const settled = await ctx.all(names.map((name) => ({ key: name, run: (branch) => branch.model(request(name)) })))
  return settled.map((one) => (one.state === 'done' ? one.value.text : one.error?.code)).join(' ')
}

describe('B11 a limit that a call would pass', () => {
  test('stop: refuses the call, names what is left, and asks nobody', async () => {
    const kernel = openKernel({ script: answer, quote, limits: { runMicros: 150 }, run: (ctx) => askTogether(ctx, ['a', 'b']) })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('test/a budget-exceeded')
    expect(view.waits).toEqual([])
    kernel.close()
  })

  test('ask: the run waits without a reservation, and goes on when a person allows the call', async () => {
    const kernel = openKernel({
      script: answer,
      quote,
      limits: { runMicros: 150, atRunLimit: 'ask' },
      run: (ctx) => askInTurn(ctx, ['a', 'b']),
    })
    const id = await kernel.start()
    await expect.poll(() => kernel.runner.live(id)?.log.view.waits.length).toBe(1)
    const [wait] = kernel.runner.live(id)?.log.view.waits ?? []
    expect(wait?.detail).toMatch(/^b: This call may cost up to \$0\.0001, but .+ is left for this run\./)
    expect(kernel.ledger.reservedMicros).toBe(0)
    await kernel.runner.live(id)?.answer(wait?.path ?? '', 'call')
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('test/a test/b')
    expect(view.costMicros).toBe(200)
    expect(view.waits).toEqual([])
    kernel.close()
  })

  test('ask: left out, the call fails and the others count', async () => {
    const kernel = openKernel({
      script: answer,
      quote,
      limits: { runMicros: 150, atRunLimit: 'ask' },
      run: (ctx) => askTogether(ctx, ['a', 'b']),
    })
    const id = await kernel.start()
    await expect.poll(() => kernel.runner.live(id)?.log.view.waits.length).toBe(1)
    const [wait] = kernel.runner.live(id)?.log.view.waits ?? []
    await kernel.runner.live(id)?.answer(wait?.path ?? '', 'no')
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('test/a budget-exceeded')
    expect(view.speakers[1]?.result?.error?.message).toMatch(/^You left this call out\./)
    kernel.close()
  })

  test('ask: leave for the rest of the run answers those that wait beside it and is not asked for again, also after a restart', async () => {
    const open = (home?: string) =>
      openKernel({
        ...(home === undefined ? {} : { home }),
        script: async (call) =>
          call.request.speaker === 'd'
            ? new Promise<never>((_, reject) => call.signal.addEventListener('abort', () => reject(call.signal.reason)))
            : answer(call),
        quote,
        limits: { runMicros: 150, atRunLimit: 'ask' },
        run: async (ctx) => `${await askTogether(ctx, ['a', 'b', 'c'])} ${await askTogether(ctx, ['d'])}`,
      })
    const first = open()
    const id = await first.start()
    await expect.poll(() => first.runner.live(id)?.log.view.waits.length).toBe(2)
    const [wait] = first.runner.live(id)?.log.view.waits ?? []
    await first.runner.live(id)?.answer(wait?.path ?? '', 'run')
    await expect.poll(() => first.runner.live(id)?.log.view.speakers[3]?.state).toBe('asked')
    await first.runner.close()
    first.close()

    const second = open(first.home)
    await second.runner.resumeAll()
    await expect.poll(() => second.calls.map((call) => call.request.speaker)).toEqual(['d'])
    expect(second.runner.live(id)?.log.view.waits).toEqual([])
    second.runner.stop(id)
    await second.runner.ended(id)
    second.close()
  })

  test('ask: a question that was open when the process died is open again, and its answer counts', async () => {
    const open = (home?: string) =>
      openKernel({
        ...(home === undefined ? {} : { home }),
        script: answer,
        quote,
        limits: { dayMicros: 50, atDayLimit: 'ask' },
        run: (ctx) => askInTurn(ctx, ['a']),
      })
    const first = open()
    const id = await first.start()
    await expect.poll(() => first.runner.live(id)?.log.view.waits.length).toBe(1)
    await first.runner.close()
    first.close()
    const second = open(first.home)
    await second.runner.resumeAll()
    const [wait] = second.runner.live(id)?.log.view.waits ?? []
    expect(wait?.title).toBe('Go beyond today’s limit?')
    await second.runner.live(id)?.answer(wait?.path ?? '', 'call')
    await second.runner.ended(id)
    expect((await second.runner.view(id)).outcome?.answer).toBe('test/a')
    second.close()
  })

  test('ask: leave for one limit is none for another', async () => {
    const kernel = openKernel({
      script: answer,
      quote,
      limits: { runMicros: 50, atRunLimit: 'ask', monthMicros: 50, atMonthLimit: 'stop' },
      run: (ctx) => askTogether(ctx, ['a']),
    })
    const id = await kernel.start()
    await expect.poll(() => kernel.runner.live(id)?.log.view.waits.length).toBe(1)
    const [wait] = kernel.runner.live(id)?.log.view.waits ?? []
    await kernel.runner.live(id)?.answer(wait?.path ?? '', 'run')
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('budget-exceeded')
    expect(view.speakers[0]?.result?.error?.message).toContain('left for this month')
    expect(kernel.calls).toEqual([])
    kernel.close()
  })

  test('ask: a run that is stopped meanwhile waits for nobody any more', async () => {
    const kernel = openKernel({ script: answer, quote, limits: { runMicros: 50, atRunLimit: 'ask' }, run: (ctx) => askInTurn(ctx, ['a']) })
    const id = await kernel.start()
    await expect.poll(() => kernel.runner.live(id)?.log.view.waits.length).toBe(1)
    kernel.runner.live(id)?.stopSpeaker('a')
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.waits).toEqual([])
    expect(view.speakers[0]?.state).toBe('cancelled')
    kernel.close()
  })

  test('degrade: asks the cheapest model that fits, and says so', async () => {
    const kernel = openKernel({
      script: answer,
      quote,
      limits: { runMicros: 150, atRunLimit: 'degrade' },
      cheaper: (_, left) => (left >= 10 ? { model: CHEAP, atMostMicros: 10 } : null),
      run: (ctx) => askInTurn(ctx, ['a', 'b']),
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('test/a test/cheap')
    expect(view.costMicros).toBe(105)
    expect(view.speakers[1]?.result).toMatchObject({
      model: CHEAP,
      notes: ['test/cheap answered for test/b, which did not fit into the budget.'],
    })
    expect(view.decisions.map(({ title }) => title)).toEqual(['Went cheaper at the limit'])
    kernel.close()
  })

  test('degrade: where nothing fits, the refusal says that nothing cheaper does', async () => {
    const kernel = openKernel({
      script: answer,
      quote,
      limits: { runMicros: 50, atRunLimit: 'degrade' },
      run: (ctx) => askTogether(ctx, ['a']),
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).speakers[0]?.result?.error?.message).toMatch(/No cheaper model fits into what is left\.$/)
    expect(kernel.calls).toEqual([])
    kernel.close()
  })
})
