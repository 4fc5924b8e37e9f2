import { formatMinutes, readMinutes } from './duration.ts'
import { type Solver, solution, type Working } from './solution.ts'

const TIME = /\b(\d{1,2})[:.h](\d{2})(?:\s*([ap])\.?m\.?)?(?!\d)|\b(\d{1,2})\s*([ap])\.?m\b\.?/gi
const DAY = 1440

/** "A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?", and how long it is from one time to another. */
export const clockArithmetic: Solver = (question) => {
  const times = [...question.matchAll(TIME)].flatMap((match) => {
    const minutes = minutesOf(match)
    return minutes === null ? [] : [minutes]
  })
  const [first, second] = times
  const asksWhen = /\b(?:when|what time|at what|wann)\b/i.test(question)
  const asksLength = /\bhow (?:long|many (?:hours|minutes)|much time)\b|\bwie lange\b/i.test(question)
  const twelve = /\d\s*[ap]\.?m\b/i.test(question)
  if (first !== undefined && second !== undefined && times.length === 2 && asksLength) return between(first, second, twelve)
  if (first === undefined || times.length !== 1 || !asksWhen) return null
  const span = readMinutes(question.replace(TIME, ' '))
  if (span === null) return null
  const back = /\b(?:before|earlier|ago|must|latest|have to|need to|did (?:it|he|she|they|i|we) (?:leave|start|begin))\b/i.test(question)
  return back ? moved(first, -span, twelve) : moved(first, span, twelve)
}

function minutesOf(match: RegExpExecArray | RegExpMatchArray): number | null {
  const hour = Number(match[1] ?? match[4])
  const minute = Number(match[2] ?? 0)
  const half = (match[3] ?? match[5])?.toLowerCase()
  if (minute > 59 || hour > (half === undefined ? 24 : 12)) return null
  const shifted = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return shifted * 60 + minute
}

function moved(start: number, span: number, twelve: boolean) {
  const show = (minutes: number, steps: readonly string[]): Working => {
    const days = Math.floor(minutes / DAY)
    const later =
      days === 0 ? '' : days === 1 ? ' the next day' : days === -1 ? ' the day before' : ` (${days > 0 ? '+' : '−'}${Math.abs(days)} days)`
    const result = `${clockTime(minutes, twelve)}${later}`
    return { result, sentence: `The time is **${result}**.`, steps }
  }
  const [from, length] = [clockTime(start, twelve), formatMinutes(Math.abs(span))]
  const sign = span < 0 ? '−' : '+'
  const hours = Math.trunc(span / 60) * 60
  const middle = clockTime(start + hours, twelve)
  const end = start + span
  const carried = Math.floor((start % 60) + (span % 60)) >= 60 || (start % 60) + (span % 60) < 0
  return solution(
    show(end, [
      `${from} ${sign} ${formatMinutes(Math.abs(hours))} = ${middle}`,
      `${middle} ${sign} ${formatMinutes(Math.abs(span % 60))} = ${clockTime(end, twelve)}`,
    ]),
    [
      ...(carried ? [show(end - Math.sign(span) * 60, [`${from} ${sign} ${length}, hours and minutes apart`])] : []),
      show(end + 10, [`${from} ${sign} ${length}`]),
      show(end - 10, [`${from} ${sign} ${length}`]),
    ],
  )
}

function between(first: number, second: number, twelve: boolean) {
  const span = (second - first + DAY) % DAY
  const show = (minutes: number): Working => ({
    result: formatMinutes(minutes),
    sentence: `It takes **${formatMinutes(minutes)}**.`,
    steps: [
      `From ${clockTime(first, twelve)} to ${clockTime(second, twelve)}${second < first ? ' the next day' : ''}: ${formatMinutes(minutes)}`,
    ],
  })
  return solution(show(span), [show(span + 60), show(Math.abs(span - 10))])
}

function clockTime(minutes: number, twelve: boolean): string {
  const day = ((Math.round(minutes) % DAY) + DAY) % DAY
  const [hour, minute] = [Math.floor(day / 60), String(day % 60).padStart(2, '0')]
  if (!twelve) return `${String(hour).padStart(2, '0')}:${minute}`
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`
}
