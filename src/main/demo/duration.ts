const PART =
  /(\d+(?:[.,]\d+)?|an?|one|two|three|half an?)\s*(hours?|hrs?|h|std|stunden?|minutes?|minuten?|mins?|min|m|seconds?|secs?|s|days?|weeks?)\b/gi
const SECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:h|std|stunde)/i, 3600],
  [/^m/i, 60],
  [/^se?c?/i, 1],
  [/^d/i, 86_400],
  [/^w/i, 604_800],
]
const WORDS = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['half a', 0.5],
  ['half an', 0.5],
])

/** The sum of all durations in a text, in minutes, or null: "2 h 38 min", "an hour and a half", "90 minutes". */
export function readMinutes(text: string): number | null {
  const parts = [...text.matchAll(PART)]
  if (parts.length === 0) return null
  let seconds = /\bhours? and a half\b/i.test(text) ? 1800 : 0
  for (const [, amount = '', unit = ''] of parts) {
    const scale = SECONDS.find(([pattern]) => pattern.test(unit))?.[1] ?? 0
    seconds += (WORDS.get(amount.toLowerCase()) ?? Number(amount.replace(',', '.'))) * scale
  }
  return seconds / 60
}

/** "2 h 38 min", "45 min". */
export function formatMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
