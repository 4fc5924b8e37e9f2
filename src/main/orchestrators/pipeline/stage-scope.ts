import type { RunContext } from '../../kernel/context.ts'
import type { Computing } from './services.ts'
import { piecesOf, textOf } from './template.ts'

/** The most that one expression may take, in ms. */
const EXPRESSION_MS = 1_000

/** Values that the expressions of one stage may read. */
export type Scope = Readonly<Record<string, unknown>>

/** The expressions of one stage, over its scope. */
export class StageScope {
  readonly values: Scope
  readonly #ctx: RunContext
  readonly #computing: Computing

  constructor(ctx: RunContext, computing: Computing, values: Scope) {
    this.values = values
    this.#ctx = ctx
    this.#computing = computing
  }

  /** The same with more names; equal names are covered. */
  with(more: Scope): StageScope {
    return new StageScope(this.#ctx, this.#computing, { ...this.values, ...more })
  }

  /** By name, what each expression gives; one that finds nothing is left out. */
  async evaluate(expressions: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    if (Object.keys(expressions).length === 0) return {}
    const request = { expressions, scope: this.values, now: this.#ctx.now(), random: this.#ctx.random(), timeMs: EXPRESSION_MS }
    return this.#computing.evaluate(request, this.#ctx.signal)
  }

  /** `field` names the expression where it fails. */
  async value(field: string, expression: string): Promise<unknown> {
    return (await this.evaluate({ [field]: expression }))[field]
  }

  /** A template with the values of its expressions. */
  async text(field: string, template: string): Promise<string> {
    const pieces = piecesOf(template)
    const names = pieces.map((_, place) => `${field} {{${place + 1}}}`)
    const expressions = pieces.flatMap((piece, place) => ('expression' in piece ? [[names[place] ?? field, piece.expression]] : []))
    const values = await this.evaluate(Object.fromEntries(expressions))
    return pieces.map((piece, place) => ('text' in piece ? piece.text : textOf(values[names[place] ?? field]))).join('')
  }
}
