import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Bus } from '../../src/main/bus/bus.ts'
import type { DeadLetter } from '../../src/main/bus/dead-letters.ts'
import type { Delivery } from '../../src/main/bus/delivery.ts'
import { block, coalesce, dropOldest } from '../../src/main/bus/policy.ts'
import { systemClock } from '../../src/main/kernel/clock.ts'

const Step = z.object({ key: z.string(), n: z.number().int() })
type Step = z.infer<typeof Step>

function setUp({ keep = 1000 } = {}) {
  const letters: DeadLetter[] = []
  const bus = new Bus({ clock: { ...systemClock, now: () => 7 }, onDeadLetter: (letter) => letters.push(letter) })
  const topic = bus.topic({ name: 'steps', schema: Step, keep })
  const publish = async (...numbers: number[]) => {
    for (const n of numbers) await topic.publish({ key: `k${n % 3}`, n })
  }
  return { bus, topic, letters, publish }
}

const turn = () => new Promise(setImmediate)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const brief = (delivery: Delivery<Step>) =>
  delivery.type === 'gap' ? `gap ${delivery.from}–${delivery.to} (${delivery.missed})` : delivery.payload.n

async function collect(deliveries: AsyncIterable<Delivery<Step>>) {
  const seen: (string | number)[] = []
  for await (const delivery of deliveries) seen.push(brief(delivery))
  return seen
}

describe('A2 bus: order and replay', () => {
  test('subscribers of both forms get every event once, in order, with its number', async () => {
    const { topic, publish } = setUp()
    const called: Delivery<Step>[] = []
    const subscription = topic.subscribe((delivery) => void called.push(delivery))
    const followed = collect(topic.follow())
    await publish(...range(1, 500))
    topic.end()
    await subscription.ended
    expect(called.map(brief)).toEqual(range(1, 500))
    expect(called[0]).toEqual({ type: 'event', topic: 'steps', seq: 1, at: 7, payload: { key: 'k1', n: 1 }, coalesced: 0 })
    expect(await followed).toEqual(range(1, 500))
  })

  test('replay goes on from any number, and joins what comes live without a seam', async () => {
    const { topic, publish } = setUp()
    await publish(...range(1, 10))
    const late = collect(topic.follow({ after: 4 }))
    const all = collect(topic.follow({ after: 0 }))
    await publish(...range(11, 20))
    topic.end()
    expect(await late).toEqual(range(5, 20))
    expect(await all).toEqual(range(1, 20))
  })

  test('who asks for what is forgotten, or for a number that never was, is told of the gap first', async () => {
    const { topic, publish } = setUp({ keep: 100 })
    await publish(...range(1, 1000))
    const forgotten = collect(topic.follow({ after: 10 }))
    const unknown = collect(topic.follow({ after: 5000 }))
    await publish(1001)
    topic.end()
    const [gap, ...rest] = await forgotten
    expect(gap).toMatch(/^gap 11–\d+ \(\d+\)$/)
    expect(rest.at(-1)).toBe(1001)
    expect(rest.length).toBeGreaterThanOrEqual(100)
    expect(rest).toEqual(range(1002 - rest.length, 1001))
    expect(await unknown).toEqual([expect.stringMatching(/^gap \d+–1000/), 1001])
  })

  test('property: whatever the pace, nothing is lost or reordered but what a gap names', async () => {
    const policies = fc.oneof(fc.integer({ min: 1, max: 20 }).map(dropOldest), fc.integer({ min: 1, max: 20 }).map(block))
    const subscriber = fc.record({
      policy: policies,
      startAfter: fc.integer({ min: 0, max: 30 }),
      pauses: fc.array(fc.integer({ min: 0, max: 3 })),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(subscriber, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 50 }),
        async (subscribers, bursts, keep) => {
          const { topic, letters } = setUp({ keep })
          let n = 0
          const publishOne = () => topic.publish({ key: 'k', n: ++n })
          for (let first = 0; first < 30; first += 1) await publishOne()
          const seen = subscribers.map(({ policy, startAfter, pauses }) => {
            const deliveries: Delivery<Step>[] = []
            const subscription = topic.subscribe(
              async (delivery) => {
                deliveries.push(delivery)
                for (let pause = pauses[deliveries.length % (pauses.length || 1)] ?? 0; pause > 0; pause -= 1) await turn()
              },
              { policy, after: startAfter },
            )
            return { deliveries, subscription, startAfter, policy }
          })
          for (const burst of bursts) {
            for (let count = 0; count < burst; count += 1) await publishOne()
            await turn()
          }
          topic.end()
          for (const { deliveries, subscription, startAfter, policy } of seen) {
            await subscription.ended
            let expected = startAfter + 1
            for (const delivery of deliveries) {
              expect(delivery.type === 'gap' ? delivery.from : delivery.seq).toBe(expected)
              if (delivery.type === 'gap') expect(delivery.missed).toBe(delivery.to - delivery.from + 1)
              expected = delivery.type === 'gap' ? delivery.to + 1 : delivery.seq + 1
              if (delivery.type === 'event') expect(delivery.payload.n).toBe(delivery.seq)
            }
            expect(expected).toBe(n + 1)
            // A blocking subscriber can only miss what was forgotten before it came.
            if (policy.type === 'block') expect(deliveries.slice(1).every(({ type }) => type === 'event')).toBe(true)
          }
          expect(letters).toEqual([])
        },
      ),
      { numRuns: 80 },
    )
  })
})

describe('A2 bus: slow subscribers', () => {
  test('drop-oldest keeps the newest and says which went', async () => {
    const { topic, publish } = setUp()
    const slow = topic.follow({ policy: dropOldest(3) })
    await publish(...range(1, 10))
    topic.end()
    expect(await collect(slow)).toEqual(['gap 1–7 (7)', 8, 9, 10])
  })

  test('coalesce keeps the last of each key, in order, and says how many it stands for', async () => {
    const { topic, publish } = setUp()
    const slow = topic.follow({ policy: coalesce(({ key }) => key) })
    await publish(...range(1, 8))
    topic.end()
    const seen: unknown[] = []
    for await (const delivery of slow) if (delivery.type === 'event') seen.push([delivery.seq, delivery.payload.n, delivery.coalesced])
    expect(seen).toEqual([
      [6, 6, 1],
      [7, 7, 2],
      [8, 8, 2],
    ])
  })

  test('coalesce with more keys than it may keep, or from a forgotten number, says what went', async () => {
    const { topic, publish } = setUp({ keep: 4 })
    await publish(...range(1, 6))
    const late = topic.follow({ policy: coalesce(({ n }) => `${n}`, 2), after: 0 })
    topic.end()
    expect(await collect(late)).toEqual(['gap 1–4 (4)', 5, 6])
  })

  test('property: coalesce delivers the last of every key and accounts for every event', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), wait: fc.boolean() }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 4 }),
        async (events, capacity) => {
          const { topic } = setUp()
          const seen: Delivery<Step>[] = []
          const subscription = topic.subscribe(
            async (delivery) => {
              seen.push(delivery)
              await turn()
            },
            { policy: coalesce(({ key }) => key, capacity) },
          )
          for (const [n, { key, wait }] of events.entries()) {
            await topic.publish({ key, n })
            if (wait) await turn()
          }
          topic.end()
          await subscription.ended
          const delivered = seen.flatMap((delivery) => (delivery.type === 'event' ? [delivery] : []))
          expect(delivered.map(({ seq }) => seq)).toEqual(delivered.map(({ seq }) => seq).toSorted((a, b) => a - b))
          const told = seen.reduce((sum, delivery) => sum + (delivery.type === 'gap' ? delivery.missed : 1 + delivery.coalesced), 0)
          expect(told).toBe(events.length)
          if (capacity < 4) return
          for (const key of new Set(events.map((event) => event.key))) {
            const last = events.findLastIndex((event) => event.key === key)
            expect(delivered.findLast(({ payload }) => payload.key === key)?.payload.n).toBe(last)
          }
        },
      ),
      { numRuns: 80 },
    )
  })

  test('block holds the publisher until there is room, and loses nothing', async () => {
    const { topic } = setUp({ keep: 2 })
    const open: (() => void)[] = []
    const seen: (string | number)[] = []
    const subscription = topic.subscribe(
      async (delivery) => {
        seen.push(brief(delivery))
        await new Promise<void>((resolve) => open.push(resolve))
      },
      { policy: block(2) },
    )
    const published: number[] = []
    const publishing = (async () => {
      for (const n of range(1, 6)) published.push(await topic.publish({ key: 'k', n }))
      topic.end()
    })()
    await turn()
    expect(published).toEqual([1, 2])
    for (const expected of [3, 4, 5, 6]) {
      open.shift()?.()
      await turn()
      expect(published.at(-1)).toBe(expected)
    }
    await publishing
    while (seen.length < 6 || open.length > 0) {
      open.shift()?.()
      await turn()
    }
    await subscription.ended
    expect(seen).toEqual(range(1, 6))
  })

  test('a publisher that is held up goes on when the subscriber leaves, or when it gives up itself', async () => {
    const { topic } = setUp()
    const never = () => new Promise<void>(() => {})
    const subscription = topic.subscribe(never, { policy: block(1) })
    await topic.publish({ key: 'k', n: 1 })
    const impatient = new AbortController()
    const second = topic.publish({ key: 'k', n: 2 }, impatient.signal)
    const third = topic.publish({ key: 'k', n: 3 })
    impatient.abort('no time')
    await expect(second).rejects.toBe('no time')
    subscription.close()
    expect(await third).toBe(3)
    expect(topic.subscribers).toBe(0)
  })
})

describe('A2 bus: failures', () => {
  test('an event that a handler fails on becomes a dead letter, and the next one arrives', async () => {
    const { topic, publish, letters, bus } = setUp()
    const seen: (string | number)[] = []
    const subscription = topic.subscribe(
      (delivery) => {
        if (brief(delivery) === 2) throw new Error('no room for two')
        seen.push(brief(delivery))
      },
      { label: 'history' },
    )
    await publish(1, 2, 3)
    topic.end()
    await subscription.ended
    expect(seen).toEqual([1, 3])
    expect(letters).toEqual([
      {
        topic: 'steps',
        seq: 2,
        subscriber: 'history',
        payload: { key: 'k2', n: 2 },
        at: 7,
        error: { code: 'internal', message: 'no room for two', retryable: false },
      },
    ])
    expect(bus.deadLetters.list()).toEqual(letters)
  })

  test('what is not of the topic’s type is refused with the field’s name, and reaches nobody', async () => {
    const { bus, letters } = setUp()
    const topic = bus.topic({ name: 'strict', schema: z.object({ count: z.number().max(3) }) })
    const seen = collectCounts(topic.follow({ after: 0 }))
    await expect(topic.publish({ count: 4 })).rejects.toThrow(/^The topic “strict” does not take this event: .*count/)
    await topic.publish({ count: 3 })
    topic.end()
    expect(await seen).toEqual([[1, 3]])
    expect(letters).toMatchObject([
      { topic: 'strict', seq: null, subscriber: null, payload: { count: 4 }, error: { code: 'invalid-input' } },
    ])
    await expect(topic.publish({ count: 1 })).rejects.toThrow('it has ended')
  })

  test('subscriptions end by hand, by signal, by scope and by leaving the loop', async () => {
    const { topic, publish } = setUp()
    const stop = new AbortController()
    const seen: (string | number)[] = []
    const byHand = topic.subscribe((delivery) => void seen.push(brief(delivery)))
    const bySignal = topic.subscribe(() => {}, { signal: stop.signal })
    const loop = topic.follow({ signal: stop.signal })
    {
      using scoped = topic.subscribe(() => {})
      expect(scoped).toBeDefined()
      expect(topic.subscribers).toBe(4)
    }
    expect(topic.subscribers).toBe(3)
    await publish(1)
    for await (const delivery of loop) if (brief(delivery) === 1) break
    await turn()
    byHand.close()
    await publish(2)
    stop.abort()
    await Promise.all([byHand.ended, bySignal.ended])
    expect(topic.subscribers).toBe(0)
    expect(seen).toEqual([1])
    expect(await collect(topic.follow({ signal: stop.signal }))).toEqual([])
  })

  test('a busy topic leaves other work its turn', async () => {
    const { topic, publish } = setUp({ keep: 20_000 })
    await publish(...range(1, 10_000))
    let atTurn = 0
    let count = 0
    const subscription = topic.subscribe(
      () => {
        count += 1
      },
      { after: 0, policy: block(20_000) },
    )
    setImmediate(() => {
      atTurn = count
    })
    topic.end()
    await subscription.ended
    expect(count).toBe(10_000)
    expect(atTurn).toBeGreaterThan(0)
    expect(atTurn).toBeLessThan(1000)
  })

  test('batches take all that came, in order, one in a pause; who was away too long is told of a gap and goes on', async () => {
    const { topic } = setUp({ keep: 10 })
    const announce = (from: number, to: number) => {
      for (const n of range(from, to)) topic.announce(() => ({ key: 'k', n }))
    }
    announce(1, 5)
    const batches: (string | number)[][] = []
    for await (const batch of topic.batches({ after: 2, pauseMs: 1 })) {
      batches.push(batch.map(brief))
      if (batches.length === 1) announce(6, 8)
      if (batches.length === 2) announce(9, 60)
      if (batches.length === 3) topic.end()
    }
    expect(batches.slice(0, 2)).toEqual([
      [3, 4, 5],
      [6, 7, 8],
    ])
    expect(batches[2]?.[0]).toBe('gap 9–50 (42)')
    expect(batches[2]?.slice(1)).toEqual(range(51, 60))
    expect(batches).toHaveLength(3)
  })

  test('a follower of batches that goes away is let go, in its wait and in its pause', async () => {
    const { topic } = setUp()
    for (const pauseMs of [0, 3_600_000]) {
      const gone = new AbortController()
      const reading = (async () => {
        for await (const _ of topic.batches({ after: topic.seq - 1, pauseMs, signal: gone.signal })) gone.abort()
        return topic.subscribers
      })()
      topic.announce(() => ({ key: 'k', n: 1 }))
      expect(await reading).toBe(0)
    }
    const idle = new AbortController()
    const waiting = topic.batches({ pauseMs: 0, signal: idle.signal }).next()
    idle.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(topic.subscribers).toBe(0)
  })

  test('what is announced after the end reaches nobody and harms nobody', async () => {
    const { topic, letters } = setUp()
    topic.announce(() => ({ key: 'k', n: 1 }))
    const seen = collect(topic.follow({ after: 0 }))
    topic.end()
    topic.announce(() => ({ key: 'k', n: 2 }))
    expect(await seen).toEqual([1])
    expect(letters).toEqual([])
  })

  test('a topic has one owner; others find it by name', async () => {
    const { bus, topic } = setUp()
    expect(() => bus.topic({ name: 'steps', schema: Step })).toThrow('The topic “steps” is open already.')
    expect(bus.find('steps')).toBe(topic)
    expect(() => bus.find('step')).toThrow('There is no topic “step”. Open are: steps.')
    bus.close()
    expect(bus.list()).toEqual([])
  })
})

async function collectCounts(deliveries: AsyncIterable<Delivery<{ count: number }>>) {
  const seen: number[][] = []
  for await (const delivery of deliveries) if (delivery.type === 'event') seen.push([delivery.seq, delivery.payload.count])
  return seen
}
