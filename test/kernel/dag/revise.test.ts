import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { buildGraph } from '../../../src/main/kernel/dag/build.ts'
import type { Revision } from '../../../src/main/kernel/dag/change.ts'
import { limitGate } from '../../../src/main/kernel/dag/limit-gate.ts'
import type { DagNode } from '../../../src/main/kernel/dag/node.ts'
import { Schedule, schedule } from '../../../src/main/kernel/dag/schedule.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { dependenciesOf, graphSeed, randomFrom, randomNodes } from './support/random-graph.ts'
import { endsOf, openStage, step } from './support/stage.ts'

describe('E2 a revision of a graph that runs', () => {
  test('adds nodes behind what is done, what runs and what waits, drops and replaces others, and is reported before it counts', async () => {
    const revisions: Revision<DagNode>[] = []
    const stage = await openStage(
      [
        step('a'),
        step('b'),
        step('later', { inputs: ['b'] }),
        step('never', { inputs: ['b'] }),
        step('end', { inputs: ['later'], expectedMs: 9_999 }),
      ],
      { onRevision: (revision) => revisions.push(revision) },
    )
    await stage.at('a').done()
    stage.revise({
      add: [step('new', { inputs: ['a'] }), step('newer', { inputs: ['new', 'b'] }), step('later', { inputs: ['newer', 'b'] })],
      drop: ['never', 'later'],
    })
    expect(revisions.map(({ number, at, change }) => [number, at, change.reason, change.drop])).toEqual([
      [1, 1_000, 'the plan has changed', ['never', 'later']],
    ])
    expect(stage.running()).toEqual(['b', 'new'])
    await stage.at('new').done()
    await stage.at('b').done()
    expect(stage.running()).toEqual(['newer'])
    await stage.at('newer').done()
    await stage.at('later').done()
    await stage.at('end').done()
    const result = await stage.result
    expect(result.state).toBe('done')
    expect(endsOf(result)).toEqual({ a: 'done', b: 'done', end: 'done', new: 'done', newer: 'done', later: 'done', never: 'cancelled' })
    const never = result.nodes.get('never')?.end
    expect(never?.state === 'cancelled' && never.error.toInfo()).toMatchObject({
      code: 'not-needed',
      message: 'Dropped by a revision: the plan has changed',
    })
  })

  test.each(['limit', 'gate'])('changes the order of what is ready behind a %s', async (kind) => {
    const stage = await openStage(
      ['a', 'b', 'c', 'd'].map((id) => step(id)),
      kind === 'limit' ? { limit: 1 } : { gate: limitGate(1) },
    )
    stage.revise({ reorder: { d: 2, c: 1 }, drop: ['b'] })
    for (const id of ['a', 'd', 'c']) {
      expect(stage.running()).toEqual([id])
      await stage.at(id).done()
    }
    expect(endsOf(await stage.result)).toEqual({ a: 'done', c: 'done', d: 'done', b: 'cancelled' })
    expect(stage.starts).toEqual(['a', 'd', 'c'])
  })

  test('may come from the work of a node, also before that waits for anything', async () => {
    const result = await schedule(
      buildGraph([step('plan')]),
      async (node, _, __, { revise }) => {
        if (node.id === 'plan') revise({ reason: 'two steps', add: [step('one', { inputs: ['plan'] }), step('two', { inputs: ['one'] })] })
        return { [node.id]: true }
      },
      { clock: systemClock, signal: new AbortController().signal },
    )
    expect(endsOf(result)).toEqual({ plan: 'done', one: 'done', two: 'done' })
  })

  test('is refused as a whole with every reason, and nothing changes', async () => {
    const revisions: unknown[] = []
    const stage = await openStage([step('a'), step('b', { inputs: ['a'] }), step('c', { inputs: ['b'] })], {
      onRevision: (revision) => revisions.push(revision),
    })
    const refusal = (change: Parameters<typeof stage.revise>[0]) => {
      try {
        stage.revise(change)
      } catch (thrown) {
        const { code, message } = TuttiError.from(thrown)
        return `${code}: ${message}`
      }
      return 'not refused'
    }
    const refused = 'invalid-input: This revision was refused and nothing was changed:'
    expect(refusal({ drop: ['a', 'nobody'], reorder: { a: 1 } })).toBe(
      `${refused} “a” has already started or ended and stays as it is. There is no node “nobody” in the graph.`,
    )
    expect(refusal({ drop: ['b'] })).toBe(
      `${refused} Nothing provides “b”, which “c” needs; add a node with this output or give it to the run.`,
    )
    expect(refusal({ add: [step('a'), step('d', { inputs: ['e'] }), step('e', { inputs: ['d'] })] })).toContain('d → e → d')
    expect(refusal({ add: [step('d', { inputs: ['c'], outputs: ['a2'] }), step('c2', { outputs: ['c'] })] })).toContain('only one may')
    expect(refusal({ reorder: { c: Number.NaN } })).toContain('The priority of “c” must be a number.')
    expect(revisions).toEqual([])
    for (const id of ['a', 'b', 'c']) await stage.at(id).done()
    const result = await stage.result
    expect(endsOf(result)).toEqual({ a: 'done', b: 'done', c: 'done' })
    expect(refusal({ add: [step('late')] })).toContain('the graph has ended')
  })

  test('may come while the first nodes are still being queued', async () => {
    const starts: string[] = []
    const running = new Schedule<DagNode>(
      buildGraph([step('a'), step('b'), step('c')]),
      async (node) => {
        starts.push(node.id)
        return { [node.id]: 1 }
      },
      {
        clock: systemClock,
        signal: new AbortController().signal,
        onEvent: (event) => {
          if (event.type === 'queued' && event.id === 'a') running.revise({ reason: 'early', add: [step('d')], drop: ['b'] })
        },
      },
    )
    expect(endsOf(await running.start())).toEqual({ a: 'done', b: 'cancelled', c: 'done', d: 'done' })
    expect(starts.toSorted()).toEqual(['a', 'c', 'd'])
  })

  test('that cannot be journaled does not take effect', async () => {
    const stage = await openStage([step('a')], {
      onRevision: () => {
        throw new Error('The disk is full.')
      },
    })
    expect(() => stage.revise({ add: [step('b')] })).toThrow('The disk is full.')
    await stage.at('a').done()
    expect(endsOf(await stage.result)).toEqual({ a: 'done' })
  })

  test('skips an added node that needs what has failed', async () => {
    const stage = await openStage([step('a'), step('b')])
    await stage.at('a').fail(new Error('broken'))
    stage.revise({ add: [step('c', { inputs: ['a'] }), step('d', { inputs: ['b', 'c'] })] })
    await stage.at('b').done()
    expect(endsOf(await stage.result)).toEqual({ a: 'failed', b: 'done', c: 'skipped', d: 'skipped' })
  })

  test('replaces what has failed and what waits in vain for it, while the rest still runs', async () => {
    const stage = await openStage([step('a'), step('b'), step('merge', { inputs: ['a', 'b'] })])
    await stage.at('a').fail(new Error('broken'))
    stage.revise({ add: [step('a2'), step('merge', { inputs: ['a2', 'b'] })], drop: ['merge'] })
    await stage.at('b').done()
    await stage.at('a2').done()
    await stage.at('merge').done()
    expect(endsOf(await stage.result)).toEqual({ a: 'failed', b: 'done', a2: 'done', merge: 'done' })
  })

  test('lets a node that is ready wait for a new producer of its optional input', async () => {
    const stage = await openStage([step('a'), step('b', { inputs: ['hint'], optional: ['hint'] })], { limit: 1 })
    stage.revise({ add: [step('tip', { outputs: ['hint'] })] })
    await stage.at('a').done()
    expect(stage.running()).toEqual(['tip'])
    await stage.at('tip').done()
    expect(stage.at('b').inputs).toEqual({ hint: 'hint!' })
    await stage.at('b').done()
    expect((await stage.result).state).toBe('done')
  })

  test('by one half of random graphs while the other runs: every node that stays runs once, behind its inputs', async () => {
    await fc.assert(
      fc.asyncProperty(graphSeed(400), fc.integer({ min: 1, max: 8 }), async (seed, limit) => {
        const all = randomNodes(seed)
        const byId = new Map(all.map((node) => [node.id, node]))
        const number = (id: string) => Number(id.slice(1))
        const half = Math.ceil(seed.size / 2)
        const waits = new Set(all.flatMap(dependenciesOf))
        const random = randomFrom(seed.seed + 4)
        const dropped = new Set<string>()
        const ended = new Set<string>()
        const starts: string[] = []
        let added = half
        const first = all.filter(({ id }) => number(id) < half)
        const result = await schedule(
          buildGraph(first),
          async (node, _, __, { revise }) => {
            starts.push(node.id)
            for (const id of dependenciesOf(node)) if (!ended.has(id)) throw new Error(`${node.id} started before ${id}.`)
            for (let turns = Math.floor(random() * 4); turns > 0; turns -= 1) await Promise.resolve()
            if (random() < 0.3 || added < seed.size) {
              const next = byId.get(`n${added}`)
              const idle = first.find(({ id }) => !starts.includes(id) && !waits.has(id) && !dropped.has(id))
              if (idle) dropped.add(idle.id)
              if (next) added += 1
              revise({ reason: 'next', add: next ? [next] : [], drop: idle ? [idle.id] : [] })
            }
            ended.add(node.id)
            return Object.fromEntries(node.outputs.map((name) => [name, 1]))
          },
          { clock: systemClock, signal: new AbortController().signal, limit },
        )
        expect(result.error).toBeNull()
        expect(new Set(starts).size).toBe(starts.length)
        const expected = all.filter(({ id }) => number(id) < added && !dropped.has(id)).map(({ id }) => id)
        expect(starts.toSorted()).toEqual(expected.toSorted())
      }),
      { numRuns: 25 },
    )
  })
})
