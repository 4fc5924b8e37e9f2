const MONTHS: readonly string[] = [
  'january jan januar janvier enero gennaio',
  'february feb februar février febrero',
  'march mar märz mars marzo',
  'april apr avril abril',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet julio',
  'august aug août agosto',
  'september sep sept septembre septiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez décembre diciembre',
]
const MONTH_BY_NAME = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])))
const WEEKDAY = /^(?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?,? (?:the )?(?=\S)/i

/** Reads a whole text as a calendar day: `2024-05-01`, or `--05-01` where no year is known. Days that do not exist give null. */
export function parseDate(input: string, year?: number): string | null {
  const text = input
    .trim()
    .toLowerCase()
    .replace(WEEKDAY, '')
    .replace(/^(?:on |the |am |le |el )+/, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\s+/g, ' ')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return day(iso[1], iso[2], iso[3])
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (numeric) return fromNumeric(numeric[1], numeric[2], numeric[3], text.includes('.'))
  const dayFirst = /^(\d{1,2})\.? (?:of |de )?(\p{L}+)\.?,?(?: (?:de )?(\d{4}))?$/u.exec(text)
  if (dayFirst) return day(dayFirst[3] ?? year, MONTH_BY_NAME.get(dayFirst[2] ?? ''), dayFirst[1])
  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:,? (\d{4}))?$/u.exec(text)
  if (monthFirst) return day(monthFirst[3] ?? year, MONTH_BY_NAME.get(monthFirst[1] ?? ''), monthFirst[2])
  return null
}

/** With dots the day is first. With slashes it is only known where one of the two cannot be a month. */
function fromNumeric(first: string | undefined, second: string | undefined, year: string | undefined, dots: boolean): string | null {
  if (dots || Number(first) > 12) return day(year, second, first)
  if (Number(second) > 12 || first === second) return day(year, first, second)
  return null
}

function day(year: string | number | undefined, month: string | number | undefined, date: string | number | undefined): string | null {
  const [m, d] = [Number(month), Number(date)]
  // A leap year stands in for an unknown one, so that 29 February exists.
  const y = year === undefined ? 2000 : Number(year)
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate())) return null
  const rest = `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return year === undefined ? `--${rest}` : `${String(y).padStart(4, '0')}-${rest}`
}

/** The one year that a question names, for answers that leave it out. */
export function onlyYear(question: string): number | undefined {
  const years = new Set([...question.matchAll(/\b(1[5-9]\d\d|20\d\d|21\d\d)\b/g)].map(([year]) => Number(year)))
  const [only] = years
  return years.size === 1 ? only : undefined
}

/** Reads a whole text as a time of day in 24 hours: "5:25 pm", "17.25 Uhr", "17h25", "noon" as `17:25`. */
export function parseTime(input: string): string | null {
  const text = input
    .trim()
    .toLowerCase()
    .replace(/^(?:at |um |à |a las )/, '')
    .replace(/\b([ap])\.? ?m\.?$/, '$1m')
    .replace(/\.$/, '')
  if (text === 'noon' || text === '12 noon') return '12:00'
  if (text === 'midnight') return '00:00'
  const match =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))? ?(am|pm|uhr|h|hrs|o'clock)?$/.exec(text) ??
    /^(\d{1,2})[.](\d{2})() ?(am|pm|uhr)$/.exec(text) ??
    /^(\d{1,2}) ?h ?(\d{2})()()$/.exec(text) ??
    /^(\d{1,2})()() ?(am|pm|uhr|o'clock)$/.exec(text)
  if (match === null) return null
  const [, hours, minutes, seconds, half] = match
  let hour = Number(hours)
  if ((half === 'am' || half === 'pm') && (hour < 1 || hour > 12)) return null
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null
  const short = `${String(hour).padStart(2, '0')}:${(minutes || '0').padStart(2, '0')}`
  return Number(seconds ?? 0) === 0 ? short : `${short}:${seconds}`
}
