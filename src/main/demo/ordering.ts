import { type Solver, solution, type Working } from './solution.ts'

/** Comparatives of one scale, low and high end, with their superlatives' stems. */
const SCALES: readonly (readonly [high: string, low: string])[] = [
  ['tall', 'short'],
  ['old', 'young'],
  ['fast', 'slow'],
  ['heavi', 'light'],
  ['bigg', 'small'],
  ['larg', 'small'],
  ['rich', 'poor'],
  ['strong', 'weak'],
  ['high', 'low'],
  ['long', 'short'],
  ['warm', 'cold'],
  ['hott', 'cold'],
  ['late', 'earli'],
]
const CLAIM = /\b(\p{Lu}\p{L}*)(?:\s+(?:is|was|are|runs?))?(?:\s+(?:also|even|much|slightly))?\s+(\p{Ll}+?)e?r\s+than\s+(\p{Lu}\p{L}*)/gu
const QUERY = /\b(?:who|which|what)\b[^.?]*?\b(\p{Ll}+?)e?st\b/iu

/** "Ann is taller than Ben, Ben taller than Cem. Who is shortest?" */
export const ordering: Solver = (question) => {
  const asked = QUERY.exec(question)?.[1]?.toLowerCase()
  const claims = [...question.matchAll(CLAIM)]
  const scale = SCALES.find(
    (ends) => asked !== undefined && ends.includes(asked) && claims.every(([, , adjective = '']) => ends.includes(adjective)),
  )
  if (asked === undefined || scale === undefined || claims.length === 0) return null
  const [high, low] = scale
  const above = claims.map(([, one = '', adjective, other = '']) =>
    adjective === high ? ([one, other] as const) : ([other, one] as const),
  )
  const names = [...new Set(above.flat())]
  const wantsHigh = asked === high
  const extreme = names.filter((name) => !above.some(([upper, lower]) => (wantsHigh ? lower : upper) === name))
  const superlative = `${asked}est`
  const show = (name: string, steps: readonly string[]): Working => ({
    result: name,
    sentence: `**${name}** is the ${superlative}.`,
    steps,
  })
  const steps = above.map(([upper, lower]) => `${upper} stands above ${lower}.`)
  const [only] = extreme
  if (extreme.length !== 1 || only === undefined) {
    const open = extreme.length === 0 ? 'The statements contradict each other.' : `It is open between ${extreme.join(' and ')}.`
    return solution(
      { result: 'cannot be told', sentence: `This **cannot be told** from the statements. ${open}`, steps: [...steps, open] },
      [],
    )
  }
  const lowWord = wantsHigh ? low : high
  return solution(
    show(only, [...steps, `Nobody is left ${wantsHigh ? 'above' : 'below'} ${only}.`]),
    names.filter((name) => name !== only).map((name) => show(name, [...steps, `Read as a chain from the ${lowWord} end.`])),
  )
}
