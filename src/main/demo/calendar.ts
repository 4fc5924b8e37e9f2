import { formatNumber, type Solution, type Solver, solution, type Working } from './solution.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const NAMES = MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')
const DATE = new RegExp(
  `\\b(\\d{4})-(\\d{2})-(\\d{2})\\b|\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b|\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${NAMES})\\.?,? (\\d{4})\\b|\\b(${NAMES})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`,
  'gi',
)
const DAY_MS = 86_400_000

/** Days between dates, the date some days, weeks, months or years away, weekdays, leap years. All in the Gregorian calendar. */
export const calendar: Solver = (question) => {
  const dates = [...question.matchAll(DATE)].flatMap((match) => {
    const date = dateOf(match)
    return date === null ? [] : [date]
  })
  const [first, second] = dates
  if (first !== undefined && second !== undefined && /\bhow many (?:days|weeks)\b|\bhow long\b|\bdays between\b/i.test(question)) {
    return daysBetween(Math.min(first, second), Math.max(first, second), /\bhow many weeks\b/i.test(question))
  }
  if (first !== undefined && dates.length === 1) return away(question, first) ?? weekday(question, first)
  return leapYear(question)
}

function dateOf(match: RegExpExecArray | RegExpMatchArray): number | null {
  const year = Number(match[1] ?? match[6] ?? match[9] ?? match[12])
  const month = Number(match[2] ?? match[5] ?? monthOf(match[8] ?? match[10] ?? ''))
  const day = Number(match[3] ?? match[4] ?? match[7] ?? match[11])
  const date = Date.UTC(year, month - 1, day)
  return new Date(date).getUTCDate() === day && month >= 1 && month <= 12 ? date : null
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1
}

function daysBetween(from: number, to: number, weeks: boolean): Solution {
  const days = Math.round((to - from) / DAY_MS)
  const show = (n: number, steps: readonly string[]): Working => {
    const result = weeks ? `${formatNumber(n / 7, 2)} weeks` : `${formatNumber(n)} ${n === 1 ? 'day' : 'days'}`
    return { result, sentence: `**${result}** lie between ${formatDate(from)} and ${formatDate(to)}.`, steps }
  }
  const crossesLeapDay = leapDaysUpTo(to) > leapDaysUpTo(from)
  return solution(show(days, stretches(from, to)), [
    ...(crossesLeapDay ? [show(days - 1, ['February counted with 28 days.'])] : []),
    show(days + 1, ['Both ends counted.']),
    show(days - (crossesLeapDay ? 2 : 1), ['Neither end counted.']),
  ])
}

/** How many 29 Februaries lie before the end of a day. */
function leapDaysUpTo(date: number): number {
  const year = new Date(date).getUTCFullYear()
  const before = year - 1
  const past = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return past + (isLeap(year) && date >= Date.UTC(year, 1, 29) ? 1 : 0)
}

/** "1 day to 29 February", month by month where they are few. */
function stretches(from: number, to: number): string[] {
  const steps: string[] = []
  let at = from
  while (at < to && steps.length < 14) {
    const date = new Date(at)
    const next = Math.min(to, Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))
    steps.push(`${formatDate(at)} to ${formatDate(next)}: ${Math.round((next - at) / DAY_MS)}`)
    at = next
  }
  return at < to ? ['Counted by day numbers in the Gregorian calendar.'] : steps
}

function away(question: string, from: number): Solution | null {
  const match =
    /\b(\d{1,6}) (day|week|month|year)s? (after|before|from|later than|earlier than|prior to)\b/i.exec(question) ??
    /\b(?:add|plus|\+) ?(\d{1,6}) (day|week|month|year)s?()\b/i.exec(question) ??
    /\b(\d{1,6}) (day|week|month|year)s? (later|earlier)\b/i.exec(question)
  if (match === null) return null
  const back = /before|earlier|prior/i.test(match[3] ?? '')
  const amount = Number(match[1]) * (back ? -1 : 1)
  const unit = (match[2] ?? '').toLowerCase()
  const show = (date: number): Working => ({
    result: formatDate(date),
    sentence: `It is **${formatDate(date)}**, a ${WEEKDAYS[new Date(date).getUTCDay()]}.`,
    steps: [`${formatDate(from)} ${back ? '−' : '+'} ${Math.abs(amount)} ${unit}${Math.abs(amount) === 1 ? '' : 's'}`],
  })
  const end = shifted(from, amount, unit)
  return solution(show(end), [show(end + DAY_MS), show(end - DAY_MS)])
}

/** A month or year later; a day that the month does not have becomes its last. */
function shifted(from: number, amount: number, unit: string): number {
  if (unit === 'day' || unit === 'week') return from + amount * DAY_MS * (unit === 'week' ? 7 : 1)
  const date = new Date(from)
  const months = date.getUTCMonth() + amount * (unit === 'year' ? 12 : 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate()
  return Date.UTC(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), last))
}

function weekday(question: string, date: number): Solution | null {
  if (!/\b(?:week ?day|day of the week|which day|what day|wochentag)\b/i.test(question)) return null
  const show = (n: number): Working => {
    const name = WEEKDAYS[((n % 7) + 7) % 7] ?? ''
    return {
      result: name,
      sentence: `${formatDate(date)} is a **${name}**.`,
      steps: [`Counted from a known weekday to ${formatDate(date)}.`],
    }
  }
  const day = new Date(date).getUTCDay()
  return solution(show(day), [show(day + 1), show(day - 1)])
}

function leapYear(question: string): Solution | null {
  const year = Number(/\b(?:is|was|will) (\d{4}) (?:be )?a leap year\b/i.exec(question)?.[1])
  if (Number.isNaN(year)) return null
  const show = (leap: boolean, steps: readonly string[]): Working => ({
    result: leap ? 'Yes' : 'No',
    sentence: `**${leap ? 'Yes' : 'No'}**, ${year} is ${leap ? 'a' : 'no'} leap year.`,
    steps,
  })
  const rule = 'Every fourth year is one, a full century only where 400 divides it.'
  return solution(show(isLeap(year), [rule]), [show(!isLeap(year), ['Every fourth year is one.'])])
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function formatDate(date: number): string {
  const day = new Date(date)
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}
