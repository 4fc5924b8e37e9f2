/** What a tool is asked to do. */
export interface ToolCall {
  readonly name: string
  /** Validated by the tool itself. */
  readonly input: unknown
}

export interface ToolResult {
  readonly content: string
}

/** A tool as the kernel sees it. */
export interface Tool {
  readonly name: string
  /** Changes nothing, so it may be called again. */
  readonly readOnly: boolean
  /** A second call with the same key changes nothing more. */
  readonly idempotent: boolean
  /** Its input may leave this computer. */
  readonly leaves: boolean
  run(input: unknown, options: { readonly signal: AbortSignal; readonly idempotencyKey: string }): Promise<ToolResult>
}

/** Throws `not-found` for a name that is none. */
export type FindTool = (name: string) => Tool
