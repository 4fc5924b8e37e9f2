/** Expressions by name, all over the same scope. */
export interface EvaluateJob {
  readonly type: 'evaluate'
  readonly expressions: Readonly<Record<string, string>>
  /** JSON: what the expressions may read. */
  readonly scope: Readonly<Record<string, unknown>>
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

export type SandboxJob = EvaluateJob | CodeJob

/** `where`: the name of the expression that failed. */
export type SandboxReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly where: string; readonly message: string }

export interface SandboxRequest {
  readonly id: number
  readonly job: SandboxJob
}
