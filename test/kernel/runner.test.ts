import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/main/kernel/clock.ts'
import type { RunContext, Settled } from '../../src/main/kernel/context.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import { openKernel, request } from './support/kernel.ts'

const askAll = (ctx: RunContext, names: readonly string[]) =>
  ctx.all(names.map((name) => ({ key: name, run: (branch) => branch.model(request(name)) })))

const texts = (settled: readonly Settled<{ text: string }>[]) =>
  settled.map((one) => (one.state === 'done' ? one.value.text : one.state)).join(' ')

/** Never answers; ends with the reason of the call's signal. */
const hang = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

describe('F2 a run', () => {
  test('answers, and its stored view equals the one that was watched live', async () => {
    const kernel = openKernel({ script: async () => ({ text: 'yes' }), run: async (ctx) => texts(await askAll(ctx, ['a', 'b'])) })
    const id = await kernel.start()
    const live = kernel.runner.live(id)
    await kernel.runner.ended(id)
    const stored = await kernel.runner.view(id)
    expect(stored.outcome?.answer).toBe('yes yes')
    expect(stored.costMicros).toBe(20)
    expect(stored).toEqual({ ...live?.log.view, seq: stored.seq })
    kernel.close()
  })

  test('that the process left open goes on at the next start and repeats nothing committed', async () => {
    const first = openKernel({
      script: async (call) => (call.request.speaker === 'c' ? hang(call.signal) : { text: call.request.speaker }),
      run: async (ctx) => texts(await askAll(ctx, ['a', 'b', 'c'])),
    })
    const id = await first.start()
    await expect.poll(async () => (await first.journal.history(id))?.effects.length).toBe(2)
    await first.runner.close()
    first.close()

    const second = openKernel({
      home: first.home,
      script: async (call) => ({ text: call.request.speaker }),
      run: async (ctx) => texts(await askAll(ctx, ['a', 'b', 'c'])),
    })
    expect(await second.runner.resumeAll()).toEqual([id])
    await second.runner.ended(id)
    expect(second.calls.map((call) => call.request.speaker)).toEqual(['c'])
    const view = await second.runner.view(id)
    expect(view.outcome?.answer).toBe('a b c')
    expect(view.resumed).toBe(1)
    expect(view.speakers.filter((speaker) => speaker.result?.state === 'done').map((speaker) => speaker.id)).toEqual(['a', 'b', 'c'])
    second.close()
  })

  test('stops before paying where the code asks something else than it did', async () => {
    const first = openKernel({
      script: async (call) => (call.request.speaker === 'b' ? hang(call.signal) : { text: 'x' }),
      run: async (ctx) => texts(await askAll(ctx, ['a', 'b'])),
    })
    const id = await first.start()
    await expect.poll(async () => (await first.journal.history(id))?.effects.length).toBe(1)
    await first.runner.close()
    first.close()
    const changed = openKernel({
      home: first.home,
      script: async () => ({ text: 'paid' }),
      run: async (ctx) => (await ctx.all([{ key: 'a', run: (branch) => branch.model(request('a', { maxOutputTokens: 7 })) }])) && '',
    })
    await changed.runner.resumeAll()
    await changed.runner.ended(id)
    expect(changed.calls).toEqual([])
    changed.close()
  })

  test('keeps partial text and settles its cost when it is cancelled', async () => {
    const kernel = openKernel({
      script: async (call) => {
        call.onDelta('text', 'so far')
        return hang(call.signal)
      },
      run: async (ctx) => (await ctx.model(request('a'))).text,
    })
    const id = await kernel.start()
    await expect.poll(() => kernel.runner.live(id)?.log.view.speakers[0]?.text).toBe('so far')
    kernel.runner.stop(id)
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.state).toBe('cancelled')
    expect(view.speakers[0]).toMatchObject({ state: 'cancelled', text: 'so far' })
    expect(kernel.ledger.reservedMicros).toBe(0)
    kernel.close()
  })

  test('a failing branch keeps the others’ results, and a stopped member does not stop the run', async () => {
    const kernel = openKernel({
      script: async (call) => {
        if (call.request.speaker === 'a') throw new TuttiError('bad-request', 'No.')
        return call.request.speaker === 'b' ? hang(call.signal) : { text: 'fine' }
      },
      run: async (ctx) => texts(await askAll(ctx, ['a', 'b', 'c'])),
    })
    const id = await kernel.start()
    await expect.poll(() => kernel.runner.live(id)?.log.view.speakers[1]?.state).toBe('asked')
    kernel.runner.live(id)?.stopSpeaker('b')
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('failed failed fine')
    expect(view.speakers.slice(0, 3).map((speaker) => speaker.state)).toEqual(['failed', 'cancelled', 'done'])
    kernel.close()
  })
})

describe('ctx.all', () => {
  test('a quorum drops what can no longer matter, with the reason', async () => {
    const kernel = openKernel({
      script: async (call) => (call.request.speaker === 'c' ? hang(call.signal) : { text: 'same' }),
      run: async (ctx) =>
        texts(
          await ctx.all(
            ['a', 'b', 'c'].map((name) => ({ key: name, run: (branch) => branch.model(request(name)) })),
            { until: (settled) => (settled.length === 2 ? 'Two agree.' : null) },
          ),
        ),
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('same same dropped')
    expect(view.speakers[2]?.result).toMatchObject({ state: 'not-needed', reason: 'Two agree.' })
    kernel.close()
  })

  test('a second effect in one branch is refused and the remedy named', async () => {
    const kernel = openKernel({
      script: async () => ({ text: 'x' }),
      run: async (ctx) => {
        const [, second] = await Promise.allSettled([ctx.model(request('a')), ctx.model(request('b'))])
        return second?.status === 'rejected' ? String(second.reason.message) : 'not refused'
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).outcome?.answer).toContain('Use ctx.all')
    kernel.close()
  })

  test('memory.once does identical work once for all branches', async () => {
    let made = 0
    const kernel = openKernel({
      script: async () => ({ text: 'x' }),
      run: async (ctx) => {
        const branches = Array.from({ length: 50 }, (_, index) => ({
          key: `b${index}`,
          run: (branch: RunContext) => branch.memory.once('analysis', async () => ++made),
        }))
        const settled = await ctx.all(branches)
        return String(settled.every((one) => one.state === 'done' && one.value === 1))
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.outcome?.answer).toBe('true')
    expect(made).toBe(1)
    expect(view.context).toMatchObject({ hits: 49, misses: 1, entries: [{ key: 'analysis', version: 1 }] })
    kernel.close()
  })
})

describe('D10 budget', () => {
  test('twenty members with retries and fallbacks never pass the run’s limit', async () => {
    let paid = 0
    const names = Array.from({ length: 20 }, (_, index) => `m${index}`)
    const kernel = openKernel({
      limits: { runMicros: 1000 },
      script: async (call) => {
        await systemClock.sleep(call.attempt)
        if (call.attempt < 4) throw new TuttiError('vendor-error', 'Overloaded.', { status: 529 })
        paid += 90
        return { text: 'x', costMicros: 90 }
      },
      run: async (ctx) => {
        const fallbacks = [request('stand-in').model]
        const tasks = names.map((name) => ({ key: name, run: (branch: RunContext) => branch.model(request(name, { fallbacks })) }))
        return texts(await ctx.all(tasks))
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const history = await kernel.journal.history(id)
    const spent = (history?.attempts ?? []).reduce((sum, attempt) => sum + (attempt.costMicros ?? 0), 0)
    expect(spent).toBeLessThanOrEqual(1000)
    expect(paid).toBe(spent)
    expect(kernel.calls.some((call) => call.request.model === 'test/stand-in')).toBe(true)
    expect((await kernel.runner.view(id)).outcome?.answer).toContain('failed')
    kernel.close()
  })

  test('a refused call names the limit, what is left and the remedy, and was not sent', async () => {
    const kernel = openKernel({
      limits: { dayMicros: 50 },
      script: async () => ({ text: 'x' }),
      run: async (ctx) => (await ctx.model(request('a'))).text,
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    const view = await kernel.runner.view(id)
    expect(view.error?.code).toBe('budget-exceeded')
    expect(view.error?.message).toMatch(/left for today.*Each day/)
    expect(kernel.calls).toEqual([])
    kernel.close()
  })

  test('a model without a price does not run under a money budget until the user agrees', async () => {
    const kernel = openKernel({
      quote: () => null,
      script: async () => ({ text: 'x' }),
      run: async (ctx) => (await ctx.model(request('a'))).text,
    })
    const refused = await kernel.start()
    await kernel.runner.ended(refused)
    expect((await kernel.runner.view(refused)).error?.code).toBe('no-price')
    const agreed = await kernel.start({ allowNoPrice: true })
    await kernel.runner.ended(agreed)
    expect((await kernel.runner.view(agreed)).outcome?.answer).toBe('x')
    kernel.close()
  })

  test('what a vendor bills beyond the reservation is shown as overrun', async () => {
    const kernel = openKernel({
      script: async () => ({ text: 'x', costMicros: 130 }),
      run: async (ctx) => (await ctx.model(request('a'))).text,
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).overrunMicros).toBe(30)
    kernel.close()
  })
})

describe('retry and fallback', () => {
  test('429, 5xx and network errors are retried and then handed to the fallback, which is said', async () => {
    const kernel = openKernel({
      script: async (call) => {
        if (call.request.model === 'test/a') throw new TuttiError('rate-limited', 'Slow down.', { status: 429, retryAfterMs: 1 })
        return { text: 'from b' }
      },
      run: async (ctx) => {
        const answer = await ctx.model(request('a', { fallbacks: [request('b').model] }))
        return `${answer.text}: ${answer.notes.join()}`
      },
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).outcome?.answer).toBe('from b: test/b answered for test/a. Slow down.')
    expect(kernel.calls.map((call) => call.request.model)).toEqual(['test/a', 'test/a', 'test/a', 'test/b'])
    kernel.close()
  })

  test.each(['bad-request', 'wrong-key', 'forbidden', 'refused'] as const)('%s is final: no second attempt, no fallback', async (code) => {
    const kernel = openKernel({
      script: async () => {
        throw new TuttiError(code, 'No.')
      },
      run: async (ctx) => (await ctx.model(request('a', { fallbacks: [request('b').model] }))).text,
    })
    const id = await kernel.start()
    await kernel.runner.ended(id)
    expect((await kernel.runner.view(id)).error?.code).toBe(code)
    expect(kernel.calls.length).toBe(1)
    kernel.close()
  })
})

describe('endpoint limits', () => {
  test('one call at a time at a local server, over all runs, and the wait is told', async () => {
    let now = 0
    let most = 0
    const kernel = openKernel({
      concurrency: 1,
      script: async () => {
        now += 1
        most = Math.max(most, now)
        await systemClock.sleep(5)
        now -= 1
        return { text: 'x' }
      },
      run: async (ctx) => texts(await askAll(ctx, ['a', 'b', 'c'])),
    })
    const one = await kernel.start()
    const queued: number[] = []
    const watching = (async () => {
      for await (const update of kernel.watch(one)) {
        if (update.type === 'events') for (const event of update.events) if (event.type === 'speaker-queued') queued.push(event.ahead)
      }
    })()
    const two = await kernel.start()
    await Promise.all([kernel.runner.ended(one), kernel.runner.ended(two), watching])
    expect(most).toBe(1)
    expect(queued).toContain(2)
    kernel.close()
  })
})
