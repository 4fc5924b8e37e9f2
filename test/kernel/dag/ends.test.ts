import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { buildGraph } from '../../../src/main/kernel/dag/build.ts'
import type { DagNode } from '../../../src/main/kernel/dag/node.ts'
import { schedule } from '../../../src/main/kernel/dag/schedule.ts'
import { graphSeed, randomFrom, randomNodes } from './support/random-graph.ts'
import { endsOf } from './support/stage.ts'

describe('E2 E8 nodes that fail or are skipped', () => {
  test.each(['finish-independent', 'partial'] as const)('in random graphs under %s: exactly those run that can', async (policy) => {
    await fc.assert(
      fc.asyncProperty(graphSeed(500), fc.integer({ min: 1, max: 20 }), async (seed, limit) => {
        const random = randomFrom(seed.seed + 5)
        const failing = new Set<string>()
        const nodes = randomNodes(seed).map((node): DagNode => {
          if (random() < 0.05) failing.add(node.id)
          return {
            ...node,
            optional: node.inputs.filter(() => random() < 0.4),
            ...(random() < 0.05 ? { condition: () => false } : {}),
          }
        })
        const graph = buildGraph(nodes)
        const starts: string[] = []
        const result = await schedule(
          graph,
          async (node) => {
            starts.push(node.id)
            for (let turns = Math.floor(random() * 4); turns > 0; turns -= 1) await Promise.resolve()
            if (failing.has(node.id)) throw new Error(`${node.id} failed.`)
            return Object.fromEntries(node.outputs.map((name) => [name, 1]))
          },
          { clock: systemClock, signal: new AbortController().signal, limit, policy },
        )
        const expected = expectedEnds(nodes, graph.order, failing, policy === 'partial')
        expect(endsOf(result)).toEqual(Object.fromEntries([...expected].map(([id, { state }]) => [id, state])))
        const ran = [...expected].filter(([, { state }]) => state !== 'skipped').map(([id]) => id)
        expect(starts.toSorted()).toEqual(ran.toSorted())
      }),
      { numRuns: 30 },
    )
  })
})

interface Expected {
  readonly state: 'done' | 'failed' | 'skipped'
  /** Something has gone wrong at it or before it. */
  readonly bad: boolean
}

/** The same rules, read off the definition: one node after the other, each behind all that it waits for. */
function expectedEnds(nodes: readonly DagNode[], order: readonly number[], failing: ReadonlySet<string>, partial: boolean) {
  const ends = new Map<string, Expected>()
  const endOf = (id: string): Expected => ends.get(id) ?? { state: 'done', bad: false }
  for (const place of order) {
    const node = nodes[place]
    if (node === undefined) continue
    const needed = node.inputs.filter((name) => !node.optional?.includes(name)).map((name) => endOf(name.replace('v', 'n')))
    const optionalIds = (node.optional ?? []).map((name) => name.replace('v', 'n'))
    const optional = optionalIds.map(endOf)
    const inputIds = node.inputs.map((name) => name.replace('v', 'n'))
    const after = node.dependsOn.filter((id) => !inputIds.includes(id)).map(endOf)
    const isBlocked =
      needed.some(({ state }) => state !== 'done') || after.some(({ bad }) => bad) || (!partial && optional.some(({ bad }) => bad))
    const isBad = [...needed.filter(({ state }) => state !== 'done'), ...after, ...(partial ? [] : optional)].some(({ bad }) => bad)
    if (isBlocked) ends.set(node.id, { state: 'skipped', bad: isBad })
    else if (node.condition) ends.set(node.id, { state: 'skipped', bad: false })
    else if (failing.has(node.id)) ends.set(node.id, { state: 'failed', bad: true })
    else ends.set(node.id, { state: 'done', bad: false })
  }
  return ends
}
