import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph, inspectGraph } from '../../../src/main/kernel/dag/build.ts'
import type { DagNode } from '../../../src/main/kernel/dag/node.ts'
import type { GraphProblem } from '../../../src/main/kernel/dag/problem.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { dependenciesOf, graphSeed, randomFrom, randomNodes } from './support/random-graph.ts'
import { step } from './support/stage.ts'

const problemsOf = (nodes: readonly DagNode[], given: readonly string[] = []) => inspectGraph(nodes, { given }).problems
const ofKind = <K extends GraphProblem['kind']>(problems: readonly GraphProblem[], kind: K) =>
  problems.filter((problem): problem is Extract<GraphProblem, { kind: K }> => problem.kind === kind)

function refusal(nodes: readonly DagNode[]): TuttiError {
  try {
    buildGraph(nodes)
  } catch (thrown) {
    return TuttiError.from(thrown)
  }
  throw new Error('The graph was not refused.')
}

describe('E1 a graph', () => {
  test('links nodes by what they produce and consume, and by what they say besides; two reasons make one edge', () => {
    const graph = buildGraph(
      [
        step('report', { inputs: ['facts', 'topic'], dependsOn: ['search'] }),
        step('search', { inputs: ['topic'], outputs: ['facts'] }),
        step('tidy', { dependsOn: ['report'] }),
      ],
      { given: ['topic'] },
    )
    expect(graph.before).toEqual([[1], [], [0]])
    expect(graph.after).toEqual([[2], [0], []])
    expect(graph.order).toEqual([1, 0, 2])
  })

  test('names a cycle as the whole way round, with what it keeps from starting', () => {
    const error = refusal([
      step('a', { inputs: ['c'] }),
      step('b', { inputs: ['a'] }),
      step('c', { dependsOn: ['b'] }),
      step('d', { inputs: ['c'] }),
      step('e', { inputs: ['d'] }),
    ])
    expect(error.code).toBe('invalid-input')
    expect(error.message).toContain('a → b → c → a')
    expect(JSON.parse(String(error.data?.problems))).toEqual([
      { kind: 'cycle', path: ['a', 'b', 'c', 'a'] },
      { kind: 'unreachable', node: 'd', waitsFor: 'c' },
      { kind: 'unreachable', node: 'e', waitsFor: 'd' },
    ])
  })

  test('names a node that waits for itself', () => {
    expect(problemsOf([step('a', { inputs: ['a'] })])).toEqual([{ kind: 'cycle', path: ['a', 'a'] }])
  })

  test('names everything that is wrong with it at once', () => {
    const error = refusal([
      step('a', { inputs: ['x'], outputs: ['v'] }),
      step('b', { inputs: ['x', 'y'], outputs: ['v'] }),
      step('c', { dependsOn: ['nobody'], expectedMs: Number.NaN }),
      step('d', { inputs: ['v'] }),
      step('d', { priority: Number.POSITIVE_INFINITY }),
      step('f/g', { optional: ['z'], timeoutMs: 0 }),
    ])
    expect(JSON.parse(String(error.data?.problems))).toEqual([
      { kind: 'bad-value', node: 'c', field: 'The expected time', must: 'a number of ms, 0 or more' },
      { kind: 'bad-value', node: 'd', field: 'The priority', must: 'a number' },
      { kind: 'bad-value', node: 'f/g', field: 'The id', must: 'a name without “/”, “[” and “]”, which the journal puts between names' },
      { kind: 'bad-value', node: 'f/g', field: 'The time-out', must: 'a number of ms above 0' },
      { kind: 'bad-value', node: 'f/g', field: 'The optional “z”', must: 'one of its inputs' },
      { kind: 'duplicate-id', id: 'd', times: 2 },
      { kind: 'duplicate-producer', output: 'v', producers: ['a', 'b'] },
      { kind: 'missing-input', input: 'x', consumers: ['a', 'b'] },
      { kind: 'missing-input', input: 'y', consumers: ['b'] },
      { kind: 'unknown-dependency', dependency: 'nobody', dependants: ['c'] },
      { kind: 'unreachable', node: 'd', waitsFor: 'a' },
    ])
    expect(error.message).toContain('Nothing provides “x”, which “a” and “b” need')
    expect(error.message).toContain('“v” is provided by “a” and “b”; only one may.')
    expect(error.message).toContain('1 more problem of the same graph.')
    expect(error.data?.count).toBe(11)
  })

  test('refuses a node that would overwrite what the run was given', () => {
    expect(problemsOf([step('topic')], ['topic'])).toEqual([
      { kind: 'duplicate-producer', output: 'topic', producers: ['the input of the run', 'topic'] },
    ])
  })

  test('does without an optional input that nobody provides', () => {
    expect(problemsOf([step('a', { inputs: ['hint'], optional: ['hint'] })])).toEqual([])
  })

  test('of up to 2,000 random nodes has each node behind everything that it waits for', () => {
    fc.assert(
      fc.property(graphSeed(), (seed) => {
        const nodes = randomNodes(seed)
        const graph = buildGraph(nodes)
        const rank = new Map(graph.order.map((place, at) => [nodes[place]?.id ?? '', at]))
        expect(rank.size).toBe(nodes.length)
        for (const [place, node] of nodes.entries()) {
          const before = dependenciesOf(node)
          expect(new Set(graph.before[place]?.map((from) => nodes[from]?.id))).toEqual(new Set(before))
          for (const id of before) expect(rank.get(id)).toBeLessThan(rank.get(node.id) ?? -1)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('with one link turned back names one cycle, each step of which is a link of the graph', () => {
    fc.assert(
      fc.property(graphSeed(500), (seed) => {
        const nodes = randomNodes(seed)
        const waiting = nodes.filter((node) => dependenciesOf(node).length > 0)
        const late = waiting[Math.floor(randomFrom(seed.seed + 1)() * waiting.length)]
        if (late === undefined) return
        const earlyId = dependenciesOf(late)[0] ?? ''
        const turned = nodes.map((node) => (node.id === earlyId ? { ...node, dependsOn: [...node.dependsOn, late.id] } : node))
        const problems = problemsOf(turned)
        const cycles = ofKind(problems, 'cycle')
        expect(cycles).toHaveLength(1)
        const path = cycles[0]?.path ?? []
        expect(path.at(-1)).toBe(path[0])
        expect(new Set(path).size).toBe(path.length - 1)
        const byId = new Map(turned.map((node) => [node.id, node]))
        for (const [at, id] of path.slice(1).entries()) {
          const node = byId.get(id)
          expect(node && dependenciesOf(node)).toContain(path[at])
        }
        const stuck = new Set([...path, ...behind(turned, path)])
        expect(new Set([...path, ...ofKind(problems, 'unreachable').map(({ node }) => node)])).toEqual(stuck)
      }),
      { numRuns: 60 },
    )
  })

  test('whose producers are taken away names exactly the values that are missing, each with all of its consumers', () => {
    fc.assert(
      fc.property(graphSeed(500), (seed) => {
        const random = randomFrom(seed.seed + 2)
        const all = randomNodes(seed)
        const gone = new Set(all.filter(() => random() < 0.1).map(({ id }) => id))
        const nodes = all.filter(({ id }) => !gone.has(id)).map((node) => ({ ...node, dependsOn: [] }))
        const expected = new Map<string, string[]>()
        for (const { id, inputs } of nodes) {
          for (const name of inputs) if (gone.has(name.replace('v', 'n'))) expected.set(name, [...(expected.get(name) ?? []), id])
        }
        const problems = problemsOf(nodes)
        expect(new Map(ofKind(problems, 'missing-input').map(({ input, consumers }) => [input, consumers]))).toEqual(expected)
        const lacking = [...new Set([...expected.values()].flat())]
        expect(
          ofKind(problems, 'unreachable')
            .map(({ node }) => node)
            .toSorted(),
        ).toEqual(behind(nodes, lacking).toSorted())
      }),
      { numRuns: 60 },
    )
  })

  test('of a ring of 50,000 nodes is refused without running out of stack', () => {
    const size = 50_000
    const ring = Array.from({ length: size }, (_, place) => step(`n${place}`, { inputs: [`n${(place + size - 1) % size}`] }))
    expect(ofKind(problemsOf(ring), 'cycle')[0]?.path).toHaveLength(size + 1)
  })
})

/** Ids of all nodes that wait, directly or not, for one of these, without these. */
function behind(nodes: readonly DagNode[], roots: readonly string[]): string[] {
  const reached = new Set(roots)
  for (let grew = true; grew; ) {
    grew = false
    for (const node of nodes) {
      if (reached.has(node.id) || !dependenciesOf(node).some((id) => reached.has(id))) continue
      reached.add(node.id)
      grew = true
    }
  }
  return [...reached].filter((id) => !roots.includes(id))
}
