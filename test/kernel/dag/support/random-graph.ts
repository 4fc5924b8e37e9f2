import fc from 'fast-check'
import { type DagNode, NODE_DEFAULTS } from '../../../../src/main/kernel/dag/node.ts'

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A seed and a size say everything, so that a counter-example is two numbers. */
export const graphSeed = (most = 2_000) => fc.record({ seed: fc.integer({ min: 0 }), size: fc.integer({ min: 1, max: most }) })

/** Nodes without a cycle in no particular order: `n7` produces `v7`; most take up to three earlier values, some depend on a node besides. */
export function randomNodes({ seed, size }: { readonly seed: number; readonly size: number }): DagNode[] {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const nodes = Array.from({ length: size }, (_, place): DagNode => {
    const inputs = place === 0 ? [] : Array.from({ length: below(4) }, () => `v${below(place)}`)
    return {
      ...NODE_DEFAULTS,
      id: `n${place}`,
      inputs: [...new Set(inputs)],
      outputs: [`v${place}`],
      dependsOn: place > 0 && random() < 0.2 ? [`n${below(place)}`] : [],
      priority: below(3),
      expectedMs: below(100),
    }
  })
  return shuffle(nodes, random)
}

/** Ids of the nodes that a node waits for, by its own words. */
export function dependenciesOf(node: DagNode): string[] {
  return [...new Set([...node.inputs.map((name) => name.replace('v', 'n')), ...node.dependsOn])]
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
