/** What ships besides presets, in a language other than the core's own: by id or name. */
export type ShippedWords = {
  readonly pipelines: Readonly<Record<string, { readonly name: string; readonly description: string }>>
  readonly commands: Readonly<Record<string, { readonly description: string; readonly hint: string }>>
  /** What each agent does. */
  readonly agents: Readonly<Record<string, string>>
}
