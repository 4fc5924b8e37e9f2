import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../src/main/kernel/dag/build.ts'
import { planGraph } from '../../../src/main/kernel/dag/plan.ts'
import { dependenciesOf, graphSeed, randomNodes } from './support/random-graph.ts'
import { step } from './support/stage.ts'

describe('E1 a plan', () => {
  test('tells levels, the critical path, slack and expected times', () => {
    const graph = buildGraph([
      step('shop', { expectedMs: 30 }),
      step('chop', { inputs: ['shop'], expectedMs: 10 }),
      step('boil', { inputs: ['shop'], expectedMs: 20 }),
      step('serve', { inputs: ['chop', 'boil'], expectedMs: 5 }),
      step('music', { expectedMs: 15 }),
    ])
    expect(planGraph(graph, 1).parallelMs).toBe(80)
    const plan = planGraph(graph, 2)
    expect(plan.levels).toEqual([['shop', 'music'], ['chop', 'boil'], ['serve']])
    expect(plan.criticalPath).toEqual(['shop', 'boil', 'serve'])
    expect(plan.criticalMs).toBe(55)
    expect(plan.sequentialMs).toBe(80)
    expect(plan.parallelMs).toBe(55)
    expect(plan.parallelism).toBeCloseTo(80 / 55)
    expect(plan.nodes[1]).toEqual({ id: 'chop', level: 1, earliestStartMs: 30, earliestEndMs: 40, slackMs: 10 })
    expect(plan.nodes.map(({ slackMs }) => slackMs)).toEqual([0, 10, 0, 0, 40])
  })

  test('of nothing takes no time', () => {
    expect(planGraph(buildGraph([]))).toEqual({
      nodes: [],
      levels: [],
      criticalPath: [],
      criticalMs: 0,
      sequentialMs: 0,
      parallelMs: 0,
      parallelism: 0,
    })
  })

  test('of random graphs keeps the bounds of list scheduling, and its critical path is one of the graph without slack', () => {
    fc.assert(
      fc.property(graphSeed(), fc.integer({ min: 1, max: 40 }), (seed, concurrency) => {
        const nodes = randomNodes(seed)
        const graph = buildGraph(nodes)
        const plan = planGraph(graph, concurrency)
        expect(planGraph(graph).parallelMs).toBe(plan.criticalMs)
        expect(plan.parallelMs).toBeGreaterThanOrEqual(Math.max(plan.criticalMs, plan.sequentialMs / concurrency))
        expect(plan.parallelMs).toBeLessThanOrEqual(plan.criticalMs + plan.sequentialMs / concurrency)
        const byId = new Map(nodes.map((node, place) => [node.id, { node, plan: plan.nodes[place] }]))
        let spent = 0
        for (const [at, id] of plan.criticalPath.entries()) {
          const entry = byId.get(id)
          expect(entry?.plan?.slackMs).toBe(0)
          expect(entry?.plan?.earliestStartMs).toBe(spent)
          if (at > 0) expect(entry && dependenciesOf(entry.node)).toContain(plan.criticalPath[at - 1])
          spent += entry?.node.expectedMs ?? 0
        }
        expect(spent).toBe(plan.criticalMs)
        for (const { node, plan: own } of byId.values()) {
          const before = dependenciesOf(node).map((id) => byId.get(id)?.plan)
          expect(own?.level).toBe(Math.max(-1, ...before.map((from) => from?.level ?? 0)) + 1)
          expect(own?.earliestStartMs).toBe(Math.max(0, ...before.map((from) => from?.earliestEndMs ?? 0)))
        }
      }),
      { numRuns: 20 },
    )
  })
})
