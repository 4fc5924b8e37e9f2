import type { Clock } from '../../kernel/clock.ts'

/** A server that speaks OpenAI's chat completions, beside the vendors that Tutti knows. */
export interface EngineProvider {
  /** Stands before its models: `id/model`. Lower-case letters, digits and hyphens. */
  readonly id: string
  readonly baseUrl: string
  /** Left out for a server of this computer that asks for none. */
  readonly key?: string
  /** Models that the server has; asked of it where left out. */
  readonly models?: readonly string[]
}

export interface EngineOptions {
  /**
   * The data folder. Where the app is open on the same folder, the engine works through it: same budgets, limits and history. Left out: a
   * folder that is removed at the end.
   */
  readonly home?: string
  /** Vendors' keys by the vendor's id ("openai", "anthropic", "google", "perplexity"). Those of the environment count besides. */
  readonly keys?: Readonly<Record<string, string>>
  readonly providers?: readonly EngineProvider[]
  readonly clock?: Clock
}
