import { afterEach, describe, expect, it } from 'vitest'
import {
  formatClock,
  formatDate,
  formatDuration,
  formatEstimate,
  formatIn,
  formatMoney,
  formatMoneyExact,
  formatNumber,
  formatPlural,
  formatShare,
  formatTokens,
} from '../../src/shared/format.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
afterEach(() => formatIn('en'))

describe('figures as the page writes them', () => {
  it('writes money, tokens, times and shares in English', () => {
    expect(formatMoney(19_970_000)).toBe('$19.97')
    expect(formatMoney(17_000)).toBe('$0.0170')
    expect(formatMoney(0)).toBe('$0.00')
    expect(formatMoney(-1_500_000)).toBe('−$1.50')
    expect(formatMoney(null)).toBe('No price')
    expect(formatEstimate(19_200)).toBe('$0.019')
    expect(formatEstimate(19_001, true)).toBe('$0.020')
    expect(formatEstimate(0, true)).toBe('$0.000')
    expect(formatMoneyExact(16_960)).toEqual({ head: '0.0169', tail: '60' })
    expect([820, 6_700, 6_750, 72_000, 7_500_000].map(formatDuration).map(plain)).toEqual([
      '0.82 s',
      '6.7 s',
      '6.75 s',
      '1 min 12 s',
      '2 h 5 min',
    ])
    expect(plain(formatTokens(1_930_000))).toBe('1.93 M')
    expect(plain(formatTokens(602, true))).toBe('≈ 602')
    expect(plain(formatShare(0.993))).toBe('99.3 %')
  })

  it('writes them as Germans and French do', () => {
    formatIn('de')
    expect(plain(formatMoney(19_970_000))).toBe('19,97 $')
    expect(formatMoney(null)).toBe('Kein Preis')
    expect(formatNumber(1_234_567)).toBe('1.234.567')
    expect(plain(formatDuration(6_700))).toBe('6,7 s')
    expect(plain(formatTokens(1_930_000))).toBe('1,93 Mio.')
    expect(formatDate(Date.UTC(2026, 4, 3, 12))).toBe('3. Mai 2026')
    formatIn('fr')
    expect(plain(formatMoney(19_970_000))).toBe('19,97 $')
    expect(plain(formatNumber(1_234_567))).toBe('1 234 567')
    expect(formatClock(new Date(2026, 0, 1, 14, 5).getTime())).toBe('14:05')
  })

  it('counts by the rules of the language', () => {
    expect(plain(formatPlural(0, 'model', 'models'))).toBe('0 models')
    expect(plain(formatPlural(1, 'model', 'models'))).toBe('1 model')
    formatIn('fr')
    expect(plain(formatPlural(0, 'modèle', 'modèles'))).toBe('0 modèle')
    expect(plain(formatPlural(2, 'modèle', 'modèles'))).toBe('2 modèles')
  })
})
