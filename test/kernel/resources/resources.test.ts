import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grant } from '../../../src/main/kernel/resources/grant.ts'
import { Resources, type Wait } from '../../../src/main/kernel/resources/resources.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { VirtualClock } from '../../support/virtual-clock.ts'

const one = (...names: string[]) => names.map((name) => ({ name, amount: 1 }))
const turn = () => new Promise(setImmediate)

describe('E4 resources: no deadlock', () => {
  test('two that name the same locks in opposite orders both get on, each alone', async () => {
    const resources = new Resources(new VirtualClock())
    let inside = 0
    const work = async () => {
      inside += 1
      expect(inside).toBe(1)
      await turn()
      inside -= 1
    }
    const both = Array.from({ length: 20 }, (_, index) =>
      resources.hold(index % 2 === 0 ? one('files', 'index') : one('index', 'files'), {}, work),
    )
    await Promise.all(both)
    expect(inside).toBe(0)
  })

  test('who holds a lock and asks for an earlier one is refused, with both names, before anything can hang', async () => {
    const resources = new Resources(new VirtualClock())
    const nested = (outer: string, inner: string) =>
      resources.hold(one(outer), { label: `Node ${outer}` }, () => resources.hold(one(inner), { label: 'its child' }, turn))
    const [forth, back] = await Promise.allSettled([nested('a', 'b'), nested('b', 'a')])
    expect(forth.status).toBe('fulfilled')
    expect(back).toMatchObject({
      reason: {
        code: 'invalid-input',
        message:
          'its child asks for “a” inside Node b, which holds “b”. Two that do so in different orders would wait for each other: ask for both at once.',
      },
    })
    await resources.hold(one('a', 'b'), {}, turn)
  })

  test('who asks again for what surrounds it is told so instead of waiting for itself', async () => {
    const resources = new Resources(new VirtualClock())
    const again = resources.hold(one('a'), { label: 'Node 1' }, () => resources.hold(one('a'), { label: 'Node 2' }, turn))
    await expect(again).rejects.toThrow('Node 2 asks for “a” inside Node 1, which holds it already and would wait for itself.')
  })

  test('an explicit grant counts like the one around', async () => {
    const resources = new Resources(new VirtualClock())
    const grant = await resources.acquire(one('m'))
    await expect(resources.acquire(one('a'), { within: grant })).rejects.toMatchObject({ code: 'invalid-input' })
    const inner = await resources.acquire(one('z'), { within: grant })
    grant.release()
    inner.release()
    await resources.acquire(one('a'), { within: grant })
  })

  test('a place that is asked for inside of work comes after every lock', async () => {
    const resources = new Resources(new VirtualClock())
    resources.define('account:openai', 2, { last: true })
    await resources.hold(one('zebra'), {}, () => resources.hold(one('account:openai'), {}, turn))
    const back = resources.hold(one('account:openai'), {}, () => resources.hold(one('zebra'), {}, turn))
    await expect(back).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test.each([
    ['more than there is', [{ name: 'gpu', amount: 3 }], 'Node x needs 3 of “gpu”, which has 2. Ask for less.'],
    ['a part of a place', [{ name: 'gpu', amount: 0.5 }], 'Node x asks for 0.5 of “gpu”.'],
    ['a name twice', one('gpu', 'gpu'), 'Node x names “gpu” twice.'],
  ])('%s is refused at once', async (_, needs, message) => {
    const resources = new Resources(new VirtualClock())
    resources.define('gpu', 2)
    await expect(resources.acquire(needs, { label: 'Node x' })).rejects.toThrow(message)
  })
})

describe('E4 resources: a fair queue', () => {
  test('higher priority goes first, and at the same priority who came first', async () => {
    const resources = new Resources(new VirtualClock())
    const served: string[] = []
    const busy = await resources.acquire(one('gpt'))
    const ask = (label: string, priority: number) => resources.hold(one('gpt'), { priority }, async () => void served.push(label))
    const all = [ask('low 1', 0), ask('low 2', 0), ask('high 1', 5), ask('high 2', 5), ask('mid', 3)]
    busy.release()
    await Promise.all(all)
    expect(served).toEqual(['high 1', 'high 2', 'mid', 'low 1', 'low 2'])
  })

  test('a low priority is overtaken eight times and no more, however many more important ones keep coming', async () => {
    const resources = new Resources(new VirtualClock())
    const served: string[] = []
    let more = 0
    const keepComing = (): Promise<void> =>
      resources.hold(one('gpt'), { priority: 100, within: null }, async () => {
        served.push('important')
        more += 1
        if (more < 40) coming.push(keepComing())
        await turn()
      })
    const coming = [keepComing(), keepComing()]
    const low = resources.hold(one('gpt'), { priority: -100 }, async () => void served.push('low'))
    await low
    // One of the two was there before it.
    expect(served.slice(0, -1).length).toBeLessThanOrEqual(2 + 8)
    for (const each of coming) await each
    expect(served.filter((each) => each === 'important')).toHaveLength(41)
  })

  test('one that needs several at a time is not starved by many that need one', async () => {
    const resources = new Resources(new VirtualClock())
    resources.define('gpu', 3)
    let left = 100
    let big = false
    const small = async (): Promise<void> => {
      while (left > 0 && !big) {
        left -= 1
        await resources.hold(one('gpu'), {}, turn)
      }
    }
    const crowd = [small(), small(), small(), small()]
    await turn()
    await resources.hold([...one('disk'), { name: 'gpu', amount: 3 }], {}, async () => {
      big = true
    })
    expect(left).toBeGreaterThan(50)
    await Promise.all(crowd)
  })

  test('nobody slips past one that was overtaken eight times, also not by way of something else', async () => {
    const resources = new Resources(new VirtualClock())
    const [disk, files] = [await resources.acquire(one('disk')), await resources.acquire(one('files'))]
    const served: string[] = []
    const patient = resources.hold(one('index', 'disk'), {}, async () => void served.push('patient'))
    for (let times = 0; times < 8; times += 1) await resources.hold(one('index'), {}, turn)
    const late = resources.hold(one('files', 'index'), { priority: 9 }, async () => void served.push('late'))
    files.release()
    await turn()
    expect(served).toEqual([])
    disk.release()
    await Promise.all([patient, late])
    expect(served).toEqual(['patient', 'late'])
  })

  test('places are told across those who want only partly the same', async () => {
    const resources = new Resources(new VirtualClock())
    const [x, z] = [await resources.acquire(one('x')), await resources.acquire(one('z'))]
    const ahead: number[] = []
    const first = resources.acquire(one('x', 'y'))
    const second = resources.acquire(one('y', 'z'), { onWait: (wait) => ahead.push(wait.ahead) })
    x.release()
    const granted = await first
    expect(ahead).toEqual([2, 1])
    granted.release()
    z.release()
    await second
  })

  test('who waits is told how many are ahead, until it is served', async () => {
    const resources = new Resources(new VirtualClock())
    const told: Wait[][] = [[], [], []]
    const busy = await resources.acquire(one('gpt'))
    const grants = told.map((waits) => resources.acquire(one('gpt'), { onWait: (wait) => waits.push(wait) }))
    busy.release()
    for (const grant of grants) (await grant).release()
    expect(told.map((waits) => waits.map(({ ahead }) => ahead))).toEqual([[1], [2, 1], [3, 2, 1]])
    expect(told[0]).toEqual([{ resource: 'gpt', ahead: 1, until: null }])
    const free: Wait[] = []
    await resources.acquire(one('other'), { onWait: (wait) => free.push(wait) })
    expect(free).toEqual([])
  })

  test('cancel while waiting leaves no hole: the place goes to the next, and nothing stays behind', async () => {
    const resources = new Resources(new VirtualClock())
    const busy = await resources.acquire(one('a', 'b'))
    const cancel = new AbortController()
    const ahead: number[] = []
    const gone = resources.acquire(one('a', 'b'), { signal: cancel.signal })
    const next = resources.acquire(one('a'), { onWait: (wait) => ahead.push(wait.ahead) })
    expect(resources.waiting('a')).toBe(2)
    const reason = new TuttiError('cancelled', 'Stopped by you.')
    cancel.abort(reason)
    await expect(gone).rejects.toBe(reason)
    expect(ahead).toEqual([2, 1])
    busy.release()
    const grant = await next
    grant.release()
    grant.release()
    const both = await Promise.all([resources.acquire(one('a')), resources.acquire(one('b'))])
    expect(resources.waiting('a') + resources.waiting('b')).toBe(0)
    for (const each of both) each.release()
    await expect(resources.acquire(one('a'), { signal: cancel.signal })).rejects.toBe(reason)
  })

  test('work that fails gives back what it held', async () => {
    const resources = new Resources(new VirtualClock())
    const fail = () => Promise.reject(new Error('broken'))
    await expect(resources.hold(one('a'), {}, fail)).rejects.toThrow('broken')
    await resources.hold(one('a'), {}, turn)
  })

  test('more places let more through at once, fewer as places are given back', async () => {
    const resources = new Resources(new VirtualClock())
    resources.define('gpt', 1)
    const grants: Grant[] = []
    for (let index = 0; index < 5; index++) void resources.acquire(one('gpt')).then((grant) => grants.push(grant))
    await turn()
    expect(grants).toHaveLength(1)
    resources.define('gpt', 3)
    await turn()
    expect(grants).toHaveLength(3)
    resources.define('gpt', 2)
    grants[0]?.release()
    await turn()
    expect(grants).toHaveLength(3)
    grants[1]?.release()
    await turn()
    expect(grants).toHaveLength(4)
  })
})

describe('E4 resources: rest', () => {
  test('nobody gets what rests before its time, and others go on meanwhile', async () => {
    const clock = new VirtualClock()
    const resources = new Resources(clock)
    const waits: Wait[] = []
    resources.rest('gpt', 5000)
    const waiting = resources.acquire(one('gpt', 'lock'), { onWait: (wait) => waits.push(wait) })
    await resources.hold(one('lock'), {}, async () => {})
    expect(clock.now()).toBe(0)
    await waiting
    expect(clock.now()).toBe(5000)
    expect(waits).toEqual([{ resource: 'gpt', ahead: 1, until: 5000 }])
  })

  test('who waits for what rests holds nobody up, however often it is passed', async () => {
    const clock = new VirtualClock()
    const resources = new Resources(clock)
    resources.rest('gpt', 5000)
    const waiting = resources.acquire(one('gpt', 'lock'))
    const grant = await resources.acquire(one('lock'))
    const passing = Array.from({ length: 20 }, () => resources.hold(one('lock'), {}, async () => clock.now()))
    grant.release()
    expect(await Promise.all(passing)).toEqual(Array.from({ length: 20 }, () => 0))
    await waiting
  })

  test('where a refusal is given, those who wait and those who come are told it, until it is woken', async () => {
    const clock = new VirtualClock()
    const resources = new Resources(clock)
    const grant = await resources.acquire(one('gpt'))
    const waiting = resources.acquire(one('gpt'))
    resources.rest('gpt', 9000, (leftMs) => new TuttiError('out-of-credit', `${leftMs} ms`))
    await expect(waiting).rejects.toThrow('9000 ms')
    await clock.sleep(1000)
    await expect(resources.acquire(one('gpt'))).rejects.toThrow('8000 ms')
    resources.wake('gpt')
    grant.release()
    await resources.acquire(one('gpt'))
  })
})

describe('E4 resources: property', () => {
  const NAMES = ['a', 'b', 'c', 'gpu', 'disk']
  const PLACES = new Map([
    ['gpu', 3],
    ['disk', 2],
  ])
  const request = fc.record({
    needs: fc
      .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })
      .chain((names) =>
        fc
          .tuple(...names.map((name) => fc.integer({ min: 1, max: PLACES.get(name) ?? 1 })))
          .map((amounts) => names.map((name, index) => ({ name, amount: amounts[index] ?? 1 }))),
      ),
    priority: fc.integer({ min: -3, max: 3 }),
    startAt: fc.integer({ min: 0, max: 40 }),
    workMs: fc.integer({ min: 0, max: 10 }),
    cancelAt: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 4 }),
  })

  test('whatever is asked for, cancelled and held: all end, no limit is passed, nobody is overtaken without bound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 60 }), async (requests) => {
        const clock = new VirtualClock()
        const resources = new Resources(clock)
        for (const [name, places] of PLACES) resources.define(name, places)
        const used = new Map<string, number>()
        const arrived: number[] = []
        const overtakenBy = new Map<number, number>()
        const aheadAtArrival = new Map<number, number>()
        const waiting = new Set<number>()
        const sharing = (a: number, b: number) =>
          requests[a]?.needs.some((need) => requests[b]?.needs.some(({ name }) => name === need.name)) === true

        const ends = await Promise.all(
          requests.map(async ({ needs, priority, startAt, workMs, cancelAt }, me) => {
            await clock.sleep(startAt)
            const cancel = new AbortController()
            if (cancelAt !== null) void clock.sleep(cancelAt).then(() => cancel.abort('cancelled'))
            aheadAtArrival.set(me, [...waiting].filter((other) => sharing(me, other)).length)
            arrived.push(me)
            waiting.add(me)
            try {
              return await resources.hold(needs, { priority, signal: cancel.signal }, async () => {
                waiting.delete(me)
                for (const other of waiting) {
                  if (arrived.indexOf(other) < arrived.indexOf(me) && sharing(me, other)) {
                    overtakenBy.set(other, (overtakenBy.get(other) ?? 0) + 1)
                  }
                }
                for (const { name, amount } of needs) {
                  used.set(name, (used.get(name) ?? 0) + amount)
                  if ((used.get(name) ?? 0) > (PLACES.get(name) ?? 1)) return `too many at ${name}`
                }
                await clock.sleep(workMs)
                for (const { name, amount } of needs) used.set(name, (used.get(name) ?? 0) - amount)
                return 'done'
              })
            } catch (thrown) {
              return thrown
            } finally {
              waiting.delete(me)
            }
          }),
        )
        expect(ends.filter((end) => end !== 'done' && end !== 'cancelled')).toEqual([])
        for (const [me, times] of overtakenBy) expect(times).toBeLessThanOrEqual(8 * ((aheadAtArrival.get(me) ?? 0) + 1))
        const all = await resources.acquire(NAMES.map((name) => ({ name, amount: PLACES.get(name) ?? 1 })))
        all.release()
      }),
      { numRuns: 150 },
    )
  })
})
