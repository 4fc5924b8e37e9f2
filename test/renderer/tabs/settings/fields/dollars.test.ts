import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDollars, showDollars } from '../../../../../src/renderer/tabs/settings/fields/dollars.ts'

const read = (text: string) => readDollars('Each day', text)

describe('B9 a limit is typed in dollars and kept in micro-dollars', () => {
  it('reads what people write', () => {
    expect(read('5')).toEqual({ ok: true, value: 5_000_000 })
    expect(read(' $0.25 ')).toEqual({ ok: true, value: 250_000 })
    expect(read('.1')).toEqual({ ok: true, value: 100_000 })
    expect(read('0.000001')).toEqual({ ok: true, value: 1 })
    expect(read('0')).toEqual({ ok: true, value: 0 })
  })

  it('takes an empty field for no limit', () => {
    expect(read('  ')).toEqual({ ok: true, value: null })
    expect(showDollars(null)).toBe('')
  })

  it('shows at least cents and no needless zeros', () => {
    expect(showDollars(60_000_000)).toBe('60.00')
    expect(showDollars(250_000)).toBe('0.25')
    expect(showDollars(1_500)).toBe('0.0015')
  })

  it('takes the decimal comma where the language has one, and refuses what could mean thousands', () => {
    const comma = (text: string) => readDollars('Je Tag', text, ',')
    expect(comma('0,25')).toEqual({ ok: true, value: 250_000 })
    expect(comma('5,00 $')).toEqual({ ok: true, value: 5_000_000 })
    expect(comma('0.25')).toEqual({ ok: true, value: 250_000 })
    expect(comma('1.500')).toMatchObject({ ok: false })
    expect(comma('1.500,00')).toMatchObject({ ok: false })
    expect(showDollars(250_000, ',')).toBe('0,25')
    expect(comma(showDollars(1_234_567, ','))).toEqual({ ok: true, value: 1_234_567 })
  })

  it('names the field, the value and the remedy where it cannot be read', () => {
    for (const bad of ['5,00', 'five', '-1', '1e3', '.', '1.2.3', '$', '∞'])
      expect(read(bad)).toEqual({
        ok: false,
        error: `Each day: “${bad}” is not an amount. Write dollars with a point, for example 5.00.`,
      })
    expect(read('0.1234567')).toMatchObject({ ok: false, error: expect.stringContaining('smallest step is $0.000001') })
    expect(read('12345678901')).toMatchObject({ ok: false, error: expect.stringContaining('Write less than') })
  })

  it('reads back every amount that it shows, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (micros) => {
        expect(read(showDollars(micros))).toEqual({ ok: true, value: micros })
      }),
    )
  })
})
