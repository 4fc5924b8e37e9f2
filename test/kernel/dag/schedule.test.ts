import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { buildGraph } from '../../../src/main/kernel/dag/build.ts'
import { limitGate } from '../../../src/main/kernel/dag/limit-gate.ts'
import { schedule } from '../../../src/main/kernel/dag/schedule.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { say } from '../../../src/shared/sentence.ts'
import { turn } from './support/manual-clock.ts'
import { dependenciesOf, graphSeed, randomFrom, randomNodes } from './support/random-graph.ts'
import { endsOf, openStage, step } from './support/stage.ts'

describe('E2 a schedule', () => {
  test('of up to 2,000 random nodes runs each exactly once, never before its inputs, never above the limit', async () => {
    await fc.assert(
      fc.asyncProperty(graphSeed(), fc.integer({ min: 1, max: 50 }), fc.boolean(), async (seed, limit, gated) => {
        const { starts, most, result } = await runRandom(seed, limit, gated)
        expect(result.state).toBe('done')
        expect(starts).toHaveLength(seed.size)
        expect(new Set(starts).size).toBe(seed.size)
        expect(most).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 25 },
    )
  })

  test('starts in the same order whenever the results come in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(graphSeed(300), fc.integer({ min: 1, max: 20 }), async (seed, limit) => {
        const [first, second] = [await runRandom(seed, limit, false), await runRandom(seed, limit, false)]
        expect(second.starts).toEqual(first.starts)
      }),
      { numRuns: 25 },
    )
  })

  test('starts a node the moment its own inputs are there, though its level has not ended', async () => {
    const stage = await openStage([
      step('slow'),
      step('quick'),
      step('next', { inputs: ['quick'] }),
      step('last', { inputs: ['slow', 'next'] }),
    ])
    expect(stage.running()).toEqual(['quick', 'slow'])
    await stage.at('quick').done()
    expect(stage.running()).toEqual(['slow', 'next'])
    expect(stage.at('next').inputs).toEqual({ quick: 'quick!' })
    await stage.at('next').done()
    await stage.at('slow').done()
    await stage.at('last').done()
    const result = await stage.result
    expect(result.state).toBe('done')
    expect(result.values).toEqual({ slow: 'slow!', quick: 'quick!', next: 'next!', last: 'last!' })
  })

  test('prefers priority, then the longer way to the end, then the earlier node', async () => {
    const stage = await openStage(
      [
        step('first'),
        step('second'),
        step('long', { expectedMs: 10 }),
        step('behind long', { inputs: ['long'], expectedMs: 5_000 }),
        step('urgent', { priority: 1, expectedMs: 1 }),
      ],
      { limit: 1 },
    )
    for (const id of ['urgent', 'long', 'behind long', 'first', 'second']) {
      expect(stage.running()).toEqual([id])
      await stage.at(id).done()
    }
    expect((await stage.result).state).toBe('done')
  })

  test('ends at once without nodes', async () => {
    const result = await schedule(buildGraph([]), async () => ({}), { clock: systemClock, signal: new AbortController().signal })
    expect(result).toEqual({ state: 'done', error: null, nodes: new Map(), values: {} })
  })

  test('tells when each node was queued, started and ended', async () => {
    const stage = await openStage([step('a'), step('b')], { limit: 1 })
    await stage.clock.advance(10)
    await stage.at('a').done()
    await stage.clock.advance(5)
    await stage.at('b').done()
    const { nodes } = await stage.result
    expect(nodes.get('a')?.times).toEqual({ queuedAt: 1_000, startedAt: 1_000, endedAt: 1_010 })
    expect(nodes.get('b')?.times).toEqual({ queuedAt: 1_000, startedAt: 1_010, endedAt: 1_015 })
    expect(stage.events.map((event) => `${event.type} ${event.type === 'ended' ? event.result.id : event.id}`)).toEqual([
      'queued a',
      'queued b',
      'started a',
      'ended a',
      'started b',
      'ended b',
    ])
  })

  test('fails a node that does not give what it has promised', async () => {
    const stage = await openStage([step('a')])
    await stage.at('a').done({})
    const result = await stage.result
    expect(result.error?.message).toBe('“a” ended without “a”, which other nodes may wait for.')
  })

  test('rejects when whoever listens to its events throws, stops what runs and starts nothing more', async () => {
    const starts: string[] = []
    const result = schedule(
      buildGraph([step('a'), step('b'), step('c', { inputs: ['b'] })]),
      (node, _, signal) => {
        starts.push(node.id)
        if (node.id === 'a') return Promise.resolve({ a: 1 })
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ b: 1 })))
      },
      {
        clock: systemClock,
        signal: new AbortController().signal,
        onEvent: (event) => {
          if (event.type === 'ended' && event.result.id === 'a') throw new Error('The journal is full.')
        },
      },
    )
    await expect(result).rejects.toThrow('The journal is full.')
    await turn()
    expect(starts.toSorted()).toEqual(['a', 'b'])
  })
})

describe('E2 a gate', () => {
  test('is one budget for all graphs of a run tree, and lets whoever ranks first go first', async () => {
    const gate = limitGate(2)
    const one = await openStage([step('a'), step('b'), step('c')], { gate })
    const two = await openStage([step('x'), step('urgent', { priority: 5 })], { gate })
    expect([...one.running(), ...two.running()]).toEqual(['a', 'b'])
    await one.at('a').done()
    expect([...one.running(), ...two.running()]).toEqual(['b', 'urgent'])
    await two.at('urgent').done()
    expect([...one.running(), ...two.running()]).toEqual(['b', 'c'])
    two.cancel()
    expect((await two.result).state).toBe('cancelled')
    await one.at('b').done()
    await one.at('c').done()
    expect((await one.result).state).toBe('done')
    const three = await openStage([step('y'), step('z')], { gate })
    expect(three.running()).toEqual(['y', 'z'])
  })

  test('gets a place back that it gives after the cancel', async () => {
    const place = Promise.withResolvers<() => void>()
    let held = true
    const stage = await openStage([step('a')], { gate: { acquire: () => place.promise } })
    stage.cancel()
    expect((await stage.result).state).toBe('cancelled')
    place.resolve(() => {
      held = false
    })
    await turn()
    expect(held).toBe(false)
    expect(stage.starts).toEqual([])
  })

  test('that cannot give a place fails the node', async () => {
    const refusal = new TuttiError('unreachable', 'There is no account for this.')
    const stage = await openStage([step('a', { retry: { attempts: 2, delayMs: 0 } }), step('b', { inputs: ['a'] })], {
      gate: { acquire: () => Promise.reject(refusal) },
    })
    const result = await stage.result
    expect(result.error).toBe(refusal)
    expect(endsOf(result)).toEqual({ a: 'failed', b: 'skipped' })
    expect(stage.starts).toEqual([])
  })
})

describe('E2 a condition', () => {
  test('that does not hold skips the node and what needs its outputs, but not what merely comes after it', async () => {
    const stage = await openStage(
      [
        step('check', { inputs: ['level'], condition: ({ level }) => level === 'high' }),
        step('mend', { inputs: ['check'] }),
        step('report', { inputs: ['check', 'level'], optional: ['check'] }),
        step('tidy', { dependsOn: ['check'] }),
        step('audit', { dependsOn: ['mend'] }),
      ],
      { given: { level: 'low' } },
    )
    expect(stage.running()).toEqual(['report', 'tidy', 'audit'])
    expect(stage.at('report').inputs).toEqual({ level: 'low' })
    for (const id of ['report', 'tidy', 'audit']) await stage.at(id).done()
    const result = await stage.result
    expect(result.state).toBe('done')
    expect(result.nodes.get('check')?.end).toEqual({ state: 'skipped', reason: say('node.condition'), failure: false })
    expect(result.nodes.get('mend')?.end).toEqual({
      state: 'skipped',
      reason: say('node.lacks.skipped', { name: 'check', node: 'check' }),
      failure: false,
    })
  })

  test('that throws fails its node', async () => {
    const stage = await openStage([
      step('a', {
        condition: () => {
          throw new Error('no such field')
        },
      }),
    ])
    expect((await stage.result).error?.message).toBe('no such field')
  })

  test('skips a chain of 20,000 nodes without running out of stack', async () => {
    const chain = Array.from({ length: 20_000 }, (_, place) =>
      step(`n${place}`, place === 0 ? { condition: () => false } : { inputs: [`n${place - 1}`] }),
    )
    const stage = await openStage(chain)
    const result = await stage.result
    expect(new Set(Object.values(endsOf(result)))).toEqual(new Set(['skipped']))
  })
})

/** Runs a random graph whose nodes take a random number of turns; checks inputs as it goes. */
async function runRandom(seed: { readonly seed: number; readonly size: number }, limit: number, gated: boolean) {
  const nodes = randomNodes(seed)
  const random = randomFrom(seed.seed + 3)
  const ended = new Set<string>()
  const starts: string[] = []
  let [running, most] = [0, 0]
  const result = await schedule(
    buildGraph(nodes),
    async (node, inputs) => {
      starts.push(node.id)
      running += 1
      most = Math.max(most, running)
      for (const id of dependenciesOf(node)) if (!ended.has(id)) throw new Error(`${node.id} started before ${id} had ended.`)
      for (const name of node.inputs) if (inputs[name] !== `of ${name}`) throw new Error(`${node.id} did not get ${name}.`)
      for (let turns = Math.floor(random() * 6); turns > 0; turns -= 1) await Promise.resolve()
      running -= 1
      ended.add(node.id)
      return Object.fromEntries(node.outputs.map((name) => [name, `of ${name}`]))
    },
    { clock: systemClock, signal: new AbortController().signal, ...(gated ? { gate: limitGate(limit) } : { limit }) },
  )
  return { starts, most, result }
}
