import { z } from 'zod'
import { Message } from '../conversation.ts'
import { ConversationId, MessageId, RunId } from '../ids.ts'
import {
  CommandEstimate,
  ImportPreview,
  LibraryDetail,
  LibraryEntry,
  LibraryKind,
  LibraryName,
  LibraryView,
  PhaseDraft,
} from '../library.ts'
import { AttachmentRef } from '../model.ts'
import { Micros } from '../money.ts'
import { base } from './base.ts'

const Which = z.object({ kind: LibraryKind, name: LibraryName })

const Call = z.object({
  name: LibraryName,
  /** What was typed after the command. */
  arguments: z.string().max(1_000_000).default(''),
  /** Files that came with it: steps that read the input are handed them. */
  attachments: z.array(AttachmentRef).max(20).default([]),
  /** In place of them, where a program calls. */
  input: z.unknown().optional(),
  budgetMicros: Micros.nullable().default(null),
  allowNoPrice: z.boolean().default(false),
})

/** Agents and commands as files: those that ship, the user's own, and those in folders that the user added. */
export const libraryContract = {
  list: base.output(LibraryView),
  /** With its text, and for a command the pipeline that it is. */
  get: base.input(Which).output(LibraryDetail),
  /** One of the user's own. */
  remove: base.input(Which),
  /** Reads files that the page sends, or a file or folder of this computer; nothing of it is in use before `confirm`. */
  inspect: base
    .input(
      z.union([
        z.object({ path: z.string().min(1) }),
        z.object({
          files: z
            .array(
              z.object({
                name: z.string().min(1).max(500),
                /** Left out for a file that is too large to be sent: it is in the report all the same. */
                base64: z.string().optional(),
                /** Its size, where it is not sent. */
                bytes: z.number().int().nonnegative().default(0),
              }),
            )
            .min(1)
            .max(500),
        }),
      ]),
    )
    .output(ImportPreview),
  /** Copies the chosen files into the user's own library; left out: all that can be used. */
  confirm: base
    .input(z.object({ id: z.string(), files: z.array(z.string()).optional() }))
    .output(z.object({ added: z.array(LibraryEntry) })),
  /** Forgets what was inspected. */
  discard: base.input(z.object({ id: z.string() })),
  /** A folder whose files are used where they stand; edits there appear. */
  addFolder: base.input(z.object({ path: z.string().min(1) })).output(LibraryView),
  removeFolder: base.input(z.object({ path: z.string() })).output(LibraryView),
  /** Drafts a definition of several steps from a Markdown command. Nothing is saved. */
  convert: base.input(z.object({ name: LibraryName })).output(PhaseDraft),
  /** Reads a definition, shows what it would be, and saves nothing. */
  check: base.input(z.object({ text: z.string().max(2_000_000) })).output(PhaseDraft),
  /** Saves a definition among the user's own. */
  save: base.input(z.object({ text: z.string().max(2_000_000) })).output(LibraryEntry),
  /** What a command would cost and how long it should take; called while it is typed. */
  estimate: base.input(Call.pick({ name: true, arguments: true, attachments: true })).output(CommandEstimate),
  run: base.input(Call).output(z.object({ runId: RunId })),
  /** In a conversation: the call becomes its question, and what the command gives its answer. */
  send: base
    .input(Call.extend({ conversationId: ConversationId, parentId: MessageId.nullable() }))
    .output(z.object({ question: Message, answer: Message, runId: RunId })),
}
