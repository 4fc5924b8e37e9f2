import { type Language, LOCALES } from './language.ts'
import { MICROS_PER_DOLLAR } from './money.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'
const NO_PRICE = { en: 'No price', de: 'Kein Preis', fr: 'Sans prix' } as const satisfies Record<Language, string>
const MILLION = { en: 'M', de: 'Mio.', fr: 'M' } as const satisfies Record<Language, string>

let language: Language = 'en'
const formats = new Map<string, Intl.NumberFormat>()
const plurals = new Map<Language, Intl.PluralRules>()

/** The language in which this process writes numbers from now on: a page sets it once, before anything is shown; the core stays English. */
export function formatIn(next: Language): void {
  language = next
}

/** "6,341", "0.5": grouped as the language does; `digits` decimals where given. */
export function formatNumber(value: number, digits?: number): string {
  const sign = value < 0 ? MINUS : ''
  return (
    sign +
    numberFormat(digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Math.abs(value))
  )
}

/** "3 models": the number, and the word that the language's rules ask for. */
export function formatPlural(count: number, one: string, other: string): string {
  return `${formatNumber(count)}${NBSP}${pluralWord(count, one, other)}`
}

/** The word alone, by the language's rules: in French also none is one. */
export function pluralWord(count: number, one: string, other: string): string {
  const rules = plurals.get(language) ?? new Intl.PluralRules(LOCALES[language].numbers)
  plurals.set(language, rules)
  return rules.select(count) === 'one' ? one : other
}

/** "99.3 %" of a share from 0 to 1. */
export function formatShare(share: number): string {
  return `${formatNumber(share * 100, 1)}${NBSP}%`
}

/** "14:05". `at`: epoch ms. */
export function formatClock(at: number): string {
  return new Date(at).toLocaleTimeString(LOCALES[language].dates, { hour: '2-digit', minute: '2-digit' })
}

/** "3 May 2026". `at`: epoch ms. */
export function formatDate(at: number, parts: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }): string {
  return new Date(at).toLocaleDateString(LOCALES[language].dates, parts)
}

/** "$19.97" from one dollar on, "$0.0170" below; null is "No price". A true minus before negative amounts. */
export function formatMoney(micros: number | null): string {
  if (micros === null) return NO_PRICE[language]
  const dollars = Math.abs(micros) / MICROS_PER_DOLLAR
  return (micros < 0 ? MINUS : '') + formatDollars(dollars, dollars >= 1 || micros === 0 ? 2 : 4)
}

/** What is not known exactly: "$0.019", "$0.0004", "$1.25". A limit is rounded up. */
export function formatEstimate(micros: number, atMost = false): string {
  const dollars = micros / MICROS_PER_DOLLAR
  const decimals = dollars >= 1 ? 2 : dollars >= 0.001 || dollars === 0 ? 3 : 4
  const scale = 10 ** decimals
  // Not below zero: a true zero less that little would be written with a minus.
  return formatDollars(atMost ? Math.max(0, Math.ceil(dollars * scale - 1e-9)) / scale : dollars, decimals)
}

/** "$1.020": dollars with so many decimals. */
export function formatDollars(dollars: number, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return numberFormat({ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', ...digits }).format(dollars)
}

/** Made once each: making one takes a hundred times as long as using it. */
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${options.style} ${options.minimumFractionDigits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(LOCALES[language].numbers, options)
  formats.set(key, made)
  return made
}

/** "$0.016960": to the micro-dollar. */
export function formatMoneySum(micros: number): string {
  return formatDollars(micros / MICROS_PER_DOLLAR, 6)
}

/** For cost tables: six decimals, cut so that the last two can be set fainter: ["0.0169", "60"]. */
export function formatMoneyExact(micros: number): { head: string; tail: string } {
  const text = formatNumber(micros / MICROS_PER_DOLLAR, 6)
  return { head: text.slice(0, -2), tail: text.slice(-2) }
}

/** "0.82 s", "6.7 s", "1 min 12 s", "2 h 5 min". */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 1) return `${formatNumber(seconds, 2)}${NBSP}s`
  if (seconds < 60) {
    const digits = seconds < 10 && !seconds.toFixed(2).endsWith('0') ? 2 : 1
    return `${formatNumber(seconds, digits)}${NBSP}s`
  }
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}${NBSP}min ${Math.floor(seconds % 60)}${NBSP}s`
  return `${Math.floor(minutes / 60)}${NBSP}h ${minutes % 60}${NBSP}min`
}

/** "412 ms" below one second, else as `formatDuration`: for technical places. */
export function formatLatency(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)}${NBSP}ms` : formatDuration(ms)
}

/** "812 B", "34 kB", "3.1 MB", "1.2 GB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes}${NBSP}B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)}${NBSP}kB`
  if (bytes < 1_000_000_000) return `${formatNumber(bytes / 1_000_000, 1)}${NBSP}MB`
  return `${formatNumber(bytes / 1_000_000_000, 1)}${NBSP}GB`
}

/** "6,341", "1.93 M"; with `estimated` "≈ 602". */
export function formatTokens(tokens: number, estimated = false): string {
  const text = tokens >= 1_000_000 ? `${formatNumber(tokens / 1_000_000, 2)}${NBSP}${MILLION[language]}` : formatNumber(Math.round(tokens))
  return estimated ? `≈${NBSP}${text}` : text
}
