import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { buildGraph } from '../../../src/main/kernel/dag/build.ts'
import { expand } from '../../../src/main/kernel/dag/expansion.ts'
import { schedule } from '../../../src/main/kernel/dag/schedule.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { endsOf, openStage, step } from './support/stage.ts'

const each = step('read', { inputs: ['pages', 'style'], outputs: ['summary'], over: 'pages' })
const broken = new TuttiError('vendor-error', 'The vendor is down (503).')

describe('E2 a node over a list', () => {
  test('becomes one child an item under the same limit, and its output the list of theirs in the order of the items', async () => {
    const stage = await openStage([step('search', { outputs: ['pages'] }), each, step('merge', { inputs: ['summary'] })], {
      given: { style: 'short' },
      limit: 2,
    })
    await stage.at('search').done({ pages: ['p', 'q', 'r'] })
    expect(stage.running()).toEqual(['read[0]', 'read[1]'])
    expect(stage.at('read[1]').inputs).toEqual({ pages: 'q', style: 'short' })
    await stage.at('read[1]').done({ summary: 'second' })
    await stage.at('read[0]').done({ summary: 'first' })
    await stage.at('read[2]').done({ summary: 'third' })
    expect(stage.at('merge').inputs).toEqual({ summary: ['first', 'second', 'third'] })
    await stage.at('merge').done()
    const result = await stage.result
    expect([...result.nodes.keys()]).toEqual(['search', 'read', 'read[0]', 'read[1]', 'read[2]', 'merge'])
    expect(result.nodes.get('read[2]')?.parent).toBe('read')
    expect(stage.events.filter((event) => event.type === 'expanded').map((event) => event.children)).toEqual([
      ['read[0]', 'read[1]', 'read[2]'],
    ])
  })

  test('keeps its retries for each item, and gives a list even of one item or none', async () => {
    const stage = await openStage(
      [{ ...each, retry: { attempts: 2, delayMs: 0 } }, step('none', { inputs: ['nothing'], outputs: ['empty'], over: 'nothing' })],
      { given: { pages: ['p'], style: 'short', nothing: [] } },
    )
    await stage.at('read[0]').fail(broken)
    await stage.at('read[0]').done()
    expect((await stage.result).values).toEqual({ empty: [], summary: ['summary!'] })
  })

  test('loses one item only where partial results will do', async () => {
    const stage = await openStage([each], { given: { pages: ['p', 'q', 'r'], style: 'short' }, policy: 'partial' })
    await stage.at('read[0]').done()
    await stage.at('read[1]').fail(broken)
    await stage.at('read[2]').done()
    const result = await stage.result
    expect(result.state).toBe('partial')
    expect(result.values).toEqual({ summary: ['summary!', 'summary!'] })
    expect(endsOf(result)).toEqual({ read: 'done', 'read[0]': 'done', 'read[1]': 'failed', 'read[2]': 'done' })
  })

  test('otherwise fails with its items, whose results are kept', async () => {
    const stage = await openStage([each, step('after', { inputs: ['summary'] })], { given: { pages: ['p', 'q'], style: 'short' } })
    await stage.at('read[0]').fail(broken)
    await stage.at('read[1]').done()
    expect(endsOf(await stage.result)).toEqual({ read: 'failed', 'read[0]': 'failed', 'read[1]': 'done', after: 'skipped' })
  })

  test('fails where there is no list', async () => {
    const stage = await openStage([each], { given: { pages: 'p', style: 'short' } })
    expect((await stage.result).error?.message).toBe('“read” runs once for each item of “pages”, which is not a list.')
  })
})

describe('E2 work that turns out to be a graph', () => {
  test('runs as children that see each other and the inputs of their parent, which holds no place meanwhile', async () => {
    const stage = await openStage([step('plan', { inputs: ['goal'], outputs: ['text'] }), step('print', { inputs: ['text'] })], {
      given: { goal: 'a poem' },
      limit: 1,
    })
    await stage.at('plan').expand([step('write', { inputs: ['draft', 'goal'], outputs: ['text'] }), step('draft', { inputs: ['goal'] })])
    expect(stage.running()).toEqual(['plan[draft]'])
    await stage.at('plan[draft]').done({ draft: 'roses' })
    expect(stage.at('plan[write]').inputs).toEqual({ draft: 'roses', goal: 'a poem' })
    await stage.at('plan[write]').done({ text: 'roses are red' })
    expect(stage.at('print').inputs).toEqual({ text: 'roses are red' })
    await stage.at('print').done()
    expect((await stage.result).state).toBe('done')
  })

  test('is ranked by what waits behind its parent', async () => {
    const stage = await openStage(
      [step('a', { expectedMs: 50 }), step('behind', { inputs: ['a'], expectedMs: 900 }), step('b', { expectedMs: 500 })],
      {
        limit: 1,
      },
    )
    await stage.at('a').expand([step('x', { outputs: ['a'], expectedMs: 10 })])
    expect(stage.running()).toEqual(['a[x]'])
    for (const id of ['a[x]', 'behind', 'b']) await stage.at(id).done()
    expect((await stage.result).state).toBe('done')
  })

  test('lists an output that several children give, in their order, and may go deeper', async () => {
    const stage = await openStage([step('a', { outputs: ['found'] })])
    await stage.at('a').expand([step('x', { outputs: ['found'] }), step('y', { outputs: ['found'] })])
    await stage.at('a[y]').expand([step('deep', { outputs: ['found'] })])
    await stage.at('a[y][deep]').done({ found: 'far' })
    await stage.at('a[x]').done({ found: 'near' })
    expect((await stage.result).values).toEqual({ found: ['near', 'far'] })
  })

  test('is joined by the function that comes with it', async () => {
    const result = await schedule(
      buildGraph([step('count')]),
      async (node) =>
        node.id === 'count'
          ? expand([step('x'), step('y')], (children) => ({ count: children.map(({ id }) => id).join(' ') }))
          : { [node.outputs[0] ?? '']: 1 },
      { clock: systemClock, signal: new AbortController().signal },
    )
    expect(result.values).toEqual({ count: 'x y' })
  })

  test('fails its node where the children make no graph', async () => {
    const stage = await openStage([step('a')])
    await stage.at('a').expand([step('x', { inputs: ['y'] }), step('y', { inputs: ['x'] })])
    expect((await stage.result).error?.message).toContain('x → y → x')
  })

  test('that never ends stops at the number of nodes that may be added', async () => {
    const result = await schedule(buildGraph([step('a')]), async (node) => expand([step('more', { outputs: node.outputs })]), {
      clock: systemClock,
      signal: new AbortController().signal,
      maxAdded: 50,
    })
    expect(result.error?.message).toBe('At run time 50 nodes may be added to this graph; 51 would be.')
    expect(result.nodes.size).toBe(51)
  })

  test('without a child ends at once', async () => {
    const stage = await openStage([step('a', { outputs: [] })])
    await stage.at('a').expand([])
    expect((await stage.result).state).toBe('done')
  })
})
