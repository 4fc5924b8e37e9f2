import { describe, expect, test } from 'vitest'
import { TuttiError } from '../../../src/shared/errors.ts'
import { say } from '../../../src/shared/sentence.ts'
import { endsOf, openStage, step } from './support/stage.ts'

const branches = ['a', 'b', 'c', 'd', 'e'].map((id) => step(id))
const merge = step('merge', { inputs: ['a', 'b', 'c', 'd', 'e'], optional: ['a', 'b', 'c', 'd', 'e'] })
const broken = new TuttiError('vendor-error', 'The vendor is down (503).')

describe('E8 a failing branch', () => {
  test('keeps the results of its four siblings, and what can do without it goes on where partial results will do', async () => {
    const stage = await openStage([...branches, merge], { policy: 'partial' })
    await stage.at('c').fail(broken)
    for (const id of ['a', 'b', 'd', 'e']) await stage.at(id).done()
    expect(stage.at('merge').inputs).toEqual({ a: 'a!', b: 'b!', d: 'd!', e: 'e!' })
    await stage.at('merge').done()
    const result = await stage.result
    expect(result.state).toBe('partial')
    expect(result.error).toBe(broken)
    expect(result.values).toEqual({ a: 'a!', b: 'b!', d: 'd!', e: 'e!', merge: 'merge!' })
  })

  test('lets whatever is independent of it finish, and skips the rest with the reason', async () => {
    const stage = await openStage([...branches, merge, step('after', { dependsOn: ['merge'] })], { policy: 'finish-independent' })
    await stage.at('c').fail(broken)
    for (const id of ['a', 'b', 'd', 'e']) await stage.at(id).done()
    const result = await stage.result
    expect(result.state).toBe('failed')
    expect(endsOf(result)).toEqual({ a: 'done', b: 'done', c: 'failed', d: 'done', e: 'done', merge: 'skipped', after: 'skipped' })
    expect(result.nodes.get('merge')?.end).toEqual({ state: 'skipped', reason: say('node.after.failed', { node: 'c' }), failure: true })
    expect(result.nodes.get('after')?.end).toEqual({
      state: 'skipped',
      reason: say('node.after.skipped', { node: 'merge' }),
      failure: true,
    })
  })

  test('stops everything where the policy is to fail fast; what was done by then is kept', async () => {
    const stage = await openStage([...branches, merge], { policy: 'fail-fast', limit: 3, deaf: ['b'] })
    await stage.at('a').done()
    const b = stage.at('b')
    await stage.at('c').fail(broken)
    expect(b.signal.aborted).toBe(true)
    expect(stage.starts).toEqual(['a', 'b', 'c', 'd'])
    await b.done()
    const result = await stage.result
    expect(result.state).toBe('failed')
    expect(result.error).toBe(broken)
    expect(endsOf(result)).toEqual({ a: 'done', b: 'done', c: 'failed', d: 'cancelled', e: 'cancelled', merge: 'cancelled' })
  })

  test('is tried again as its node says, holds no place meanwhile, and takes what the vendor asks for', async () => {
    const stage = await openStage([step('a', { retry: { attempts: 3, delayMs: 100 } }), step('b')], { limit: 1 })
    await stage.at('a').fail(broken)
    expect(stage.running()).toEqual(['b'])
    await stage.at('b').done()
    await stage.clock.advance(99)
    expect(stage.running()).toEqual([])
    await stage.clock.advance(1)
    expect(stage.at('a').attempt).toBe(2)
    await stage.at('a').fail(new TuttiError('rate-limited', 'Too many requests (429).', { retryAfterMs: 5_000 }))
    await stage.clock.advance(4_999)
    expect(stage.running()).toEqual([])
    await stage.clock.advance(1)
    await stage.at('a').done()
    const result = await stage.result
    expect(result.state).toBe('done')
    expect(result.nodes.get('a')?.attempts).toBe(3)
    expect(stage.events.filter((event) => event.type === 'retrying').map((event) => event.delayMs)).toEqual([100, 5_000])
  })

  test('is given up after the last attempt, and at once where trying again cannot help', async () => {
    const stage = await openStage([step('a', { retry: { attempts: 2, delayMs: 0 } }), step('b', { retry: { attempts: 2, delayMs: 0 } })])
    await stage.at('b').fail(new TuttiError('wrong-key', 'The key was refused.'))
    await stage.at('a').fail(broken)
    await stage.at('a').fail(broken)
    const { nodes } = await stage.result
    expect([nodes.get('a')?.attempts, nodes.get('b')?.attempts]).toEqual([2, 1])
  })

  test('may be tried again by a policy of the caller', async () => {
    const stage = await openStage([step('a')], { retry: (_, __, attempt) => (attempt < 2 ? 0 : null) })
    await stage.at('a').fail(new Error('once'))
    await stage.at('a').done()
    expect((await stage.result).state).toBe('done')
  })
})

describe('E2 a time-out', () => {
  test('counts from the start, tells the work to stop and frees its place', async () => {
    const stage = await openStage([step('slow'), step('a', { timeoutMs: 50 }), step('b')], { limit: 1 })
    await stage.clock.advance(1_000)
    await stage.at('slow').done()
    await stage.clock.advance(49)
    expect(stage.running()).toEqual(['a'])
    await stage.clock.advance(1)
    expect(stage.running()).toEqual(['b'])
    await stage.at('b').done()
    const result = await stage.result
    expect(result.error?.code).toBe('timeout')
    expect(result.error?.message).toBe('“a” took longer than the 50 ms it is allowed.')
    expect(stage.clock.sleepers).toBe(0)
  })

  test('leaves work behind that does not stop, after a grace', async () => {
    const stage = await openStage([step('a', { timeoutMs: 50 })], { deaf: ['a'], graceMs: 200 })
    await stage.clock.advance(249)
    expect(stage.running()).toEqual(['a'])
    const late = stage.at('a')
    await stage.clock.advance(1)
    const result = await stage.result
    await late.done()
    expect(result.error?.code).toBe('timeout')
    expect(result.values).toEqual({})
  })

  test('is undone by a result: no clock runs on', async () => {
    const stage = await openStage([step('a', { timeoutMs: 50 })])
    await stage.at('a').done()
    expect((await stage.result).state).toBe('done')
    expect(stage.clock.sleepers).toBe(0)
  })
})

describe('E2 cancel', () => {
  test('reaches what runs, what waits and what is between two attempts, and starts nothing after it', async () => {
    const stage = await openStage([
      step('runs'),
      step('pauses', { retry: { attempts: 2, delayMs: 1_000 } }),
      step('spreads'),
      step('waits', { inputs: ['runs', 'spreads'] }),
    ])
    await stage.at('pauses').fail(broken)
    await stage.at('spreads').expand([step('x', { outputs: ['spreads'] }), step('y', { inputs: ['spreads'], outputs: ['z'] })])
    const grandchild = stage.at('spreads[x]')
    stage.cancel(new TuttiError('cancelled', 'Stopped by you.'))
    expect(grandchild.signal.aborted).toBe(true)
    const result = await stage.result
    await stage.clock.advance(10_000)
    expect(result.state).toBe('cancelled')
    expect(result.error?.message).toBe('Stopped by you.')
    expect(new Set(Object.values(endsOf(result)))).toEqual(new Set(['cancelled']))
    expect(result.nodes.size).toBe(6)
    expect(stage.starts).toEqual(['runs', 'spreads', 'pauses', 'spreads[x]'])
    expect(stage.clock.sleepers).toBe(0)
  })

  test('keeps what was done, and what comes back with a result in spite of it', async () => {
    const stage = await openStage([step('a'), step('b'), step('c', { inputs: ['a'] })], { deaf: ['b'] })
    await stage.at('a').done()
    const b = stage.at('b')
    stage.cancel()
    await b.done()
    const result = await stage.result
    expect(result.error?.code).toBe('cancelled')
    expect(endsOf(result)).toEqual({ a: 'done', b: 'done', c: 'cancelled' })
  })

  test('before the start starts nothing', async () => {
    const controller = new AbortController()
    controller.abort()
    const stage = await openStage([step('a')], { signal: controller.signal })
    expect((await stage.result).state).toBe('cancelled')
    expect(stage.starts).toEqual([])
  })
})
