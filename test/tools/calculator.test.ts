import { afterAll, describe, expect, test } from 'vitest'
import { Sandbox } from '../../src/main/sandbox/sandbox.ts'
import { calculator } from '../../src/main/tools/built-in/calculator.ts'
import { ToolOptions } from '../../src/shared/tool.ts'

const sandbox = new Sandbox()
const tool = calculator(sandbox)
const call = { signal: new AbortController().signal, options: ToolOptions.parse({}) }
const value = (expression: string) => tool.run({ expression }, call)

afterAll(() => sandbox.close())

describe('B10 the calculator', () => {
  test.each([
    ['0.1 + 0.2', '0.3'],
    ['2^100', '1267650600228229401496703205376'],
    ['sqrt(2)', '1.4142135623730950488'],
    ['sin(30 deg)', '0.5'],
    ['5 km to mile', '3.1068559611866698481 mile'],
    ['mean(1, 2, 3, 4)', '2.5'],
    ['20!', '2432902008176640000'],
    ['17 mod 5', '2'],
  ])('gives %s exactly', async (expression, result) => {
    await expect(value(expression)).resolves.toBe(result)
  })

  test.each(['import({a: 1})', 'createUnit("x")', 'evaluate("1")', 'parse("1")', 'cos.constructor("return process")()', '1 +', 'nothing'])(
    'refuses %s',
    async (expression) => {
      await expect(value(expression)).rejects.toMatchObject({ code: 'invalid-input' })
    },
  )

  test('names the field that does not fit', async () => {
    await expect(tool.run({ expression: 7 }, call)).rejects.toThrow(/^calculator cannot take this input\. expression: /)
  })
})
