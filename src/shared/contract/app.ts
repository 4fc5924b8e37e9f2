import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { AppSnapshot, AppUpdate } from '../app-state.ts'
import { TabChange } from '../tab.ts'
import { base } from './base.ts'

/** The state of the whole app, its notices and its tabs. */
export const appContract = {
  snapshot: base.output(AppSnapshot),
  watch: base.input(z.object({ after: z.number().int().nullable() })).output(eventIterator(AppUpdate)),
  /** A text for a report of a fault: versions, settings and the log, without questions, answers and keys. */
  diagnostics: base.output(z.object({ text: z.string(), logFile: z.string() })),
  dismissNotice: base.input(z.object({ id: z.string() })),
  /** Applied to the strip in the order in which they arrive, and told to all windows. `by`: any name for this batch. */
  changeTabs: base.input(z.object({ changes: z.array(TabChange).min(1).max(500), by: z.string().max(80) })),
}
