import type { ModelRef } from '../../../shared/ids.ts'

/** What a command is compiled against: everything else of the library and of the app, by name. */
export interface CompileGround {
  hasAgent(name: string): boolean
  /** The tools of this app that a name of a file means, and null for none. */
  tool(written: string): string | null
  /** The model that a name or an alias means; null: the preset's. */
  model(written: string): ModelRef | null
}
