import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { buildGraph } from '../../../src/main/kernel/dag/build.ts'
import { NODE_DEFAULTS } from '../../../src/main/kernel/dag/node.ts'
import { schedule } from '../../../src/main/kernel/dag/schedule.ts'

describe('E2 a schedule', () => {
  test('starts a node the moment its own inputs are there and hands them over', async () => {
    const graph = buildGraph([
      { ...NODE_DEFAULTS, id: 'sum', inputs: ['a', 'b'], outputs: ['sum'] },
      { ...NODE_DEFAULTS, id: 'one', outputs: ['a'] },
      { ...NODE_DEFAULTS, id: 'two', outputs: ['b'] },
    ])
    const result = await schedule(
      graph,
      async (node, inputs) => (node.id === 'sum' ? { sum: Number(inputs.a) + Number(inputs.b) } : { a: 1, b: 2 }),
      { clock: systemClock, signal: new AbortController().signal },
    )
    expect(result.state).toBe('done')
    expect(result.values).toEqual({ a: 1, b: 2, sum: 3 })
  })
})
