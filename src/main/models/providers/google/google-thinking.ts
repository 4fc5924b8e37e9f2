import type { ThinkingConfig, ThinkingLevel } from '@google/genai'
import type { Parameters } from '../../../../shared/model.ts'
import { say, type Words } from '../../../../shared/sentence.ts'

const BUDGETS = { low: 1024, medium: 8192, high: 24_576 } as const
/** Gemini 2.5 Pro cannot think less than this many tokens. */
const LEAST_PRO = 128

/** How a Gemini is asked to think: 2.5 in tokens, 3 and later in levels. Source: https://ai.google.dev/gemini-api/docs/thinking */
export function thinkingConfig(
  model: string,
  reasoning: Parameters['reasoning'],
  levels: typeof ThinkingLevel,
  notes: Words[],
): ThinkingConfig {
  if (reasoning === undefined) return { includeThoughts: true }
  const pro = /pro/.test(model)
  const inTokens = /gemini-2\.5/.test(model)
  if (reasoning === 'off') {
    if (pro) notes.push(say('sent.least-reasoning', { who: model }))
    if (inTokens) return { thinkingBudget: pro ? LEAST_PRO : 0 }
    return { thinkingLevel: pro ? levels.LOW : levels.MINIMAL }
  }
  if (inTokens) return { includeThoughts: true, thinkingBudget: BUDGETS[reasoning] }
  const level = { low: levels.LOW, medium: levels.MEDIUM, high: levels.HIGH }[reasoning]
  return { includeThoughts: true, thinkingLevel: level }
}
