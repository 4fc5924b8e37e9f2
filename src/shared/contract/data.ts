import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { DataPlace, DataTask, PIECE_BYTES } from '../data.ts'
import { ConversationId, RunId } from '../ids.ts'
import { Language } from '../language.ts'
import { base } from './base.ts'

const held = z.object({ id: z.string().max(80) })
/** Of the words that the file brings along. */
const language = Language.default('en')
const started = z.object({ taskId: z.string() })

/**
 * The data folder: what is in it, and everything that goes in or out as a file. Files cross in pieces, so that every host does it in
 * one way and none hands paths to a page.
 */
export const dataContract = {
  place: base.output(DataPlace),
  /** All tasks since the core started, whole at every change. */
  watch: base.output(eventIterator(z.array(DataTask))),
  cancel: base.input(held),
  /** Takes an ended task off the list, and deletes its file. */
  dismiss: base.input(held),

  beginUpload: base.input(z.object({ name: z.string().min(1).max(255), bytes: z.number().int().nonnegative() })).output(held),
  /** Pieces in order; `offset` says where this one starts. */
  upload: base.input(z.object({ id: z.string().max(80), offset: z.number().int().nonnegative(), base64: z.string().max(PIECE_BYTES * 2) })),
  read: base
    .input(z.object({ id: z.string().max(80), offset: z.number().int().nonnegative() }))
    .output(z.object({ base64: z.string(), end: z.boolean() })),
  discard: base.input(held),

  exportConversation: base.input(z.object({ id: ConversationId, format: z.enum(['markdown', 'json', 'pdf']), language })).output(started),
  exportRun: base.input(z.object({ id: RunId, format: z.enum(['markdown', 'json']), language })).output(started),
  /** Every conversation and run as readable files, with the attachments, in one zip. */
  exportAll: base.input(z.object({ language })).output(started),
  /** Everything but keys, in one zip that `checkBackup` reads. */
  backUp: base.output(started),
  /** An upload of a ChatGPT or Claude export, zip or JSON. */
  importChats: base.input(held).output(started),
  /** Reads the whole uploaded backup; changes nothing. */
  checkBackup: base.input(held).output(started),
  /** The checked backup takes the place of the data; the core starts anew. What was there is set aside. */
  restore: base.input(z.object({ taskId: z.string().max(80) })),
  /** Data that were set aside take the place of the present ones, which are set aside. */
  bringBack: base.input(held),
  /** For good. */
  forgetSetAside: base.input(held),
  /** Deletes every conversation, run and attachment; providers, keys, presets and settings stay. The core starts anew. */
  deleteAll: base.input(z.object({ confirmed: z.literal('DELETE') })),
}
