import { Prompt } from '../prompt.ts'
import { base } from './base.ts'

/** The user's prompt library; it comes with the snapshot. */
export const promptsContract = {
  /** Adds it, or replaces the one with its id. */
  save: base.input(Prompt).output(Prompt),
  remove: base.input(Prompt.pick({ id: true })),
}
