import type { ModelRequest, Price } from '../../../shared/model.ts'
import type { Micros } from '../../../shared/money.ts'
import { costMicros, mostMicros } from './cost-micros.ts'
import { aboutTokens, atMostTokens } from './estimate-tokens.ts'

/** Answers are rarely as long as they may be. */
const USUAL_OUTPUT_TOKENS = 500
const CHARACTERS_PER_TOKEN = 4

/** What a call may cost, known before it leaves, in micro-dollars. */
export interface Quote {
  /** With an answer of usual length: for a person to see. */
  readonly aboutMicros: Micros
  /** Upper bound of the input's tokens and the whole output limit: for the budget to reserve. */
  readonly atMostMicros: Micros
  /** The cost of a call that broke off after this many characters of output. */
  readonly soFarMicros: (characters: number) => Micros
}

export function quote(price: Price, request: ModelRequest): Quote {
  const about = aboutTokens(request)
  const cost = (output: number) =>
    costMicros(price, { input: about, cacheRead: 0, cacheWrite: 0, output: Math.ceil(output), reasoning: 0, estimated: true })
  return {
    aboutMicros: cost(Math.min(USUAL_OUTPUT_TOKENS, request.maxOutputTokens)),
    atMostMicros: mostMicros(price, atMostTokens(request), request.maxOutputTokens),
    soFarMicros: (characters) => cost(characters / CHARACTERS_PER_TOKEN),
  }
}
