import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { buildGraph } from '../../../src/main/kernel/dag/build.ts'
import { limitGate } from '../../../src/main/kernel/dag/limit-gate.ts'
import { type DagNode, NODE_DEFAULTS } from '../../../src/main/kernel/dag/node.ts'
import { schedule } from '../../../src/main/kernel/dag/schedule.ts'
import { ResourceGate } from '../../../src/main/kernel/resources/resource-gate.ts'
import { Resources } from '../../../src/main/kernel/resources/resources.ts'

const node = (id: string, ...names: string[]): DagNode => ({
  ...NODE_DEFAULTS,
  id,
  resources: names.map((name) => ({ name, amount: 1 })),
})
const turn = () => new Promise(setImmediate)

interface RunOptions {
  readonly places?: number
  readonly work?: (node: DagNode) => Promise<unknown>
}

/** Runs nodes that depend on nothing; gives back who worked beside whom, and what each was told while it waited. */
async function run(nodes: readonly DagNode[], resources: Resources, { places = 8, work = turn }: RunOptions = {}) {
  const waits: string[] = []
  const together: string[][] = []
  const working = new Set<string>()
  const gate = new ResourceGate({
    resources,
    places: limitGate(places),
    onWait: ({ id }, { resource, ahead }) => waits.push(`${id} waits for ${resource}, ${ahead} ahead`),
  })
  const result = await schedule(
    buildGraph(nodes),
    (one) =>
      gate.inside(one, async () => {
        working.add(one.id)
        together.push([...working].sort())
        await work(one)
        working.delete(one.id)
        return {}
      }),
    { signal: new AbortController().signal, clock: systemClock, gate },
  )
  return { result, waits, together }
}

describe('E4 resources of nodes', () => {
  test('nodes with the same locks in opposite orders take turns; others work beside them; the wait is visible', async () => {
    const nodes = [node('a', 'files', 'index'), node('b', 'index', 'files'), node('c')]
    const { result, waits, together } = await run(nodes, new Resources(systemClock))
    expect(result.state).toBe('done')
    expect(together.some((names) => names.includes('a') && names.includes('b'))).toBe(false)
    expect(together.some((names) => names.includes('c') && names.length === 2)).toBe(true)
    expect(waits).toEqual(['b waits for index, 1 ahead'])
  })

  test('a node that waits for a lock takes no place to work in from the others', async () => {
    const resources = new Resources(systemClock)
    const lock = await resources.acquire([{ name: 'files', amount: 1 }])
    const done: string[] = []
    const { result } = await run([node('locked', 'files'), node('free')], resources, {
      places: 1,
      work: async ({ id }) => {
        done.push(id)
        lock.release()
      },
    })
    expect(result.state).toBe('done')
    expect(done).toEqual(['free', 'locked'])
  })

  test('a graph within a node cannot wait for what would wait for the node', async () => {
    const resources = new Resources(systemClock)
    const nested = (outer: string, inner: string) =>
      run([node('outer', outer)], resources, {
        work: async () => {
          const { result } = await run([node('inner', inner)], resources)
          if (result.error) throw result.error
        },
      })
    const [forth, back] = await Promise.all([nested('a', 'b'), nested('b', 'a')])
    expect(forth.result.state).toBe('done')
    expect(back.result.state).toBe('failed')
    expect(back.result.error?.message).toContain('Node “inner” asks for “a” inside Node “outer”, which holds “b”.')
  })
})
