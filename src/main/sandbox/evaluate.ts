import jsonata from 'jsonata'
import type { EvaluateJob } from './sandbox-job.ts'

/** Nested calls in one expression; more is taken for an endless recursion. */
const DEEPEST = 200
/** Items in one list that an expression makes. */
const LONGEST = 1_000_000
/** Parsed expressions that are kept. */
const KEPT = 2_000
/** Names by which JavaScript leads from a value to its class and on to code. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor'])

const parsed = new Map<string, jsonata.Expression>()

/** An expression that failed; `where` is its name. */
export class ExpressionError extends Error {
  readonly where: string

  constructor(where: string, message: string) {
    super(message)
    this.where = where
  }
}

/** Evaluates each expression over the scope. A value that is missing is left out of the answer. */
export async function evaluate({ expressions, scope, timeMs, now, random }: EvaluateJob): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  const fixed = { millis: () => now, now: () => new Date(now).toISOString(), random: () => random }
  for (const [name, text] of Object.entries(expressions)) {
    try {
      const value: unknown = await expression(text, timeMs).evaluate(scope, fixed)
      const json = JSON.stringify(value)
      if (json !== undefined) values[name] = JSON.parse(json)
    } catch (thrown) {
      throw new ExpressionError(name, messageOf(thrown))
    }
  }
  return values
}

function expression(text: string, timeMs: number): jsonata.Expression {
  const key = `${timeMs}:${text}`
  const known = parsed.get(key)
  if (known) return known
  const fresh = jsonata(text, { timeout: timeMs, stack: DEEPEST, sequence: LONGEST })
  refuse(fresh.ast())
  if (parsed.size >= KEPT) parsed.clear()
  parsed.set(key, fresh)
  return fresh
}

function refuse(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    if (key === 'value' && typeof value === 'string' && FORBIDDEN.has(value)) throw new Error(`“${value}” is not a name that can be read.`)
    refuse(value)
  }
}

function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message)
  return String(thrown)
}
