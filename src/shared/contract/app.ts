import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { AppSnapshot, AppUpdate, Tabs } from '../app-state.ts'
import { base } from './base.ts'

/** The state of the whole app, its notices and its tabs. */
export const appContract = {
  snapshot: base.output(AppSnapshot),
  watch: base.input(z.object({ after: z.number().int().nullable() })).output(eventIterator(AppUpdate)),
  dismissNotice: base.input(z.object({ id: z.string() })),
  saveTabs: base.input(Tabs),
}
