import { afterAll, describe, expect, test } from 'vitest'
import { Sandbox } from '../../src/main/sandbox/sandbox.ts'

const sandbox = new Sandbox()
const { signal } = new AbortController()
const timeMs = 500
const fixed = { now: Date.UTC(2026, 0, 1), random: 0.5, timeMs }

afterAll(() => sandbox.close())

const value = async (expression: string, scope: Record<string, unknown> = {}) =>
  (await sandbox.evaluate({ expressions: { it: expression }, scope, ...fixed }, signal)).it
const code = (source: string, input: unknown = null, memoryMb = 16) => sandbox.code({ source, input, timeMs, memoryMb }, signal)

describe('B6 expressions of pipelines', () => {
  test('read and transform JSON', async () => {
    const scope = { input: { words: ['b', 'a'] }, stages: { first: { total: 2 } } }
    await expect(value('$sort(input.words)', scope)).resolves.toEqual(['a', 'b'])
    await expect(value('stages.first.total * 21', scope)).resolves.toBe(42)
    await expect(value('input.nothing', scope)).resolves.toBeUndefined()
  })

  test('give the same when a run is resumed: time and chance come from the run', async () => {
    await expect(value('[$now(), $millis(), $random()]')).resolves.toEqual(['2026-01-01T00:00:00.000Z', fixed.now, 0.5])
  })

  test('a failing one is named and the sandbox goes on', async () => {
    const failing = sandbox.evaluate({ expressions: { good: '1', bad: '"a" + 1' }, scope: {}, ...fixed }, signal)
    await expect(failing).rejects.toThrow(/^bad: /)
    await expect(value('1 + 1')).resolves.toBe(2)
  })

  test('an endless one ends in time', async () => {
    await expect(value('($f := function($n) { $f($n) }; $f(1))')).rejects.toThrow(/timeout|stack|did not end/i)
    await expect(value('($f := function($n) { 1 + $f($n + 1) }; $f(1))')).rejects.toThrow(/stack|timeout|did not end/i)
    await expect(value('1 + 1')).resolves.toBe(2)
  })

  test('one that fills the memory costs the thread and nothing else', async () => {
    await expect(
      value('($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f("a long text of letters", 40))'),
    ).rejects.toThrow()
    await expect(value('1 + 1')).resolves.toBe(2)
  }, 20_000)

  test.each([
    'input.__proto__',
    'input.constructor',
    '{"a": 1}.constructor',
    'input."__proto__".polluted',
    '$lookup(input, "constructor")',
  ])('%s leads to no class', async (expression) => {
    const found = await value(expression, { input: { a: 1 } }).catch(() => 'refused')
    expect(['refused', undefined]).toContain(found)
  })

  test('nothing of one evaluation is seen by the next', async () => {
    await value('input ~> | $ | {"__proto__": {"polluted": true}} |', { input: { a: 1 } }).catch(() => undefined)
    await expect(value('{}.polluted')).resolves.toBeUndefined()
  })

  test('a stopped run ends its evaluation at once', async () => {
    const stop = new AbortController()
    const endless = sandbox.evaluate(
      { expressions: { it: '($f := function($n) { $f($n) }; $f(1))' }, scope: {}, ...fixed, timeMs: 60_000 },
      stop.signal,
    )
    setTimeout(() => stop.abort(new Error('stopped')), 50)
    await expect(endless).rejects.toThrow('stopped')
    await expect(value('1 + 1')).resolves.toBe(2)
  })
})

describe('B6 code in pipelines', () => {
  test('computes on its input', async () => {
    await expect(code('return input.map((n) => n * 2)', [1, 2])).resolves.toEqual([2, 4])
  })

  test('its own error is told with the line', async () => {
    await expect(code('const a = 1\nthrow new Error("no luck")')).rejects.toThrow('no luck (line 2)')
    await expect(code('return nothing')).rejects.toThrow(/not defined/)
    await expect(code('1 +')).rejects.toThrow()
    await expect(code('input')).rejects.toThrow(/returned no value/)
  })

  test.each(['process', 'require', 'fetch', 'globalThis.process', 'setTimeout', 'WebAssembly', 'Deno'])('%s is not there', async (name) => {
    await expect(code(`return typeof ${name}`)).resolves.toBe('undefined')
  })

  test('an endless loop and a greedy one end', async () => {
    await expect(code('for (;;) {}')).rejects.toThrow(/500 ms/)
    await expect(code('const all = []; for (;;) all.push("x".repeat(100000))')).rejects.toThrow()
    await expect(code('return 1')).resolves.toBe(1)
  })
})

describe('B6 schemas between stages', () => {
  const schema = { type: 'object', properties: { total: { type: 'number' } }, required: ['total'] }
  const problems = (it: unknown, of: Record<string, unknown> = schema) => sandbox.validate({ schema: of, value: it, timeMs }, signal)

  test('name every place that does not fit', async () => {
    await expect(problems({ total: 1 })).resolves.toEqual([])
    await expect(problems({ total: 'one' })).resolves.toEqual(['/total must be number.'])
    await expect(problems({})).resolves.toEqual([expect.stringContaining('total')])
    await expect(problems(1, { type: 'nothing' })).rejects.toThrow(/schema/)
  })
})
