/** Expressions by name, all over the same scope. */
export interface EvaluateJob {
  readonly type: 'evaluate'
  readonly expressions: Readonly<Record<string, string>>
  /** JSON: what the expressions may read. */
  readonly scope: Readonly<Record<string, unknown>>
  /** Epoch ms: what `$now()` and `$millis()` give, so that an expression gives the same when a run is resumed. */
  readonly now: number
  /** In [0, 1): what `$random()` gives. */
  readonly random: number
  readonly timeMs: number
}

/** A JSON Schema (2020-12) and the value that it is to fit. */
export interface ValidateJob {
  readonly type: 'validate'
  readonly schema: Readonly<Record<string, unknown>>
  readonly value: unknown
  readonly timeMs: number
}

/** The body of a JavaScript function of `input`. */
export interface CodeJob {
  readonly type: 'code'
  readonly source: string
  /** JSON. */
  readonly input: unknown
  readonly timeMs: number
  readonly memoryMb: number
}

/** An expression of arithmetic, with functions and units. */
export interface CalculateJob {
  readonly type: 'calculate'
  readonly expression: string
  readonly timeMs: number
}

/** One statement that reads, over one SQLite file. */
export interface QueryJob {
  readonly type: 'query'
  readonly file: string
  readonly sql: string
  readonly maxRows: number
  readonly maxCharacters: number
  readonly timeMs: number
}

/** A page of the web, to be read as text. */
export interface ReadHtmlJob {
  readonly type: 'read-html'
  readonly html: string
  /** Links are resolved against it. */
  readonly url: string
  readonly timeMs: number
}

export type SandboxJob = EvaluateJob | ValidateJob | CodeJob | CalculateJob | QueryJob | ReadHtmlJob

/** `where`: the name of the expression that failed. */
export type SandboxReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly where: string; readonly message: string }

export interface SandboxRequest {
  readonly id: number
  readonly job: SandboxJob
}
