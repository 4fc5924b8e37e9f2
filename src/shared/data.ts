import { z } from 'zod'
import { ErrorInfo } from './errors.ts'

/** A file that the core holds for a page for a while: read it piece by piece, then discard it. */
export const HeldFile = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number().int().nonnegative() })
export type HeldFile = z.infer<typeof HeldFile>

/** Why parts of a file were not taken over. */
export const LeftOut = z.object({
  reason: z.enum([
    'image',
    'audio',
    'file',
    'tool',
    'thinking',
    'hidden',
    'system',
    'empty',
    'unknown-part',
    'not-a-conversation',
    'too-long',
  ]),
  count: z.number().int(),
})
export type LeftOut = z.infer<typeof LeftOut>

/** What came of an import. */
export const ImportReport = z.object({
  source: z.enum(['chatgpt', 'claude']),
  conversations: z.number().int(),
  messages: z.number().int(),
  /** Conversations that an earlier import brought and that have not changed since. */
  already: z.number().int(),
  leftOut: z.array(LeftOut),
})
export type ImportReport = z.infer<typeof ImportReport>

/** What a backup holds, after all of it was read and found sound. */
export const BackupContents = z.object({
  /** Epoch ms. */
  madeAt: z.number(),
  appVersion: z.string(),
  conversations: z.number().int(),
  messages: z.number().int(),
  runs: z.number().int(),
  attachments: z.number().int(),
  bytes: z.number().int(),
})
export type BackupContents = z.infer<typeof BackupContents>

export const DataTaskKind = z.enum(['export', 'back-up', 'import', 'check-backup'])
export type DataTaskKind = z.infer<typeof DataTaskKind>

/** Long work on the data folder. It goes on when the page that asked for it has gone, and all windows show the same. */
export const DataTask = z.object({
  id: z.string(),
  kind: DataTaskKind,
  /** The file that is read, or the conversation or run that is written. */
  subject: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  /** In the same unit; null: not known. */
  total: z.number().nullable(),
  error: ErrorInfo.nullable(),
  /** What was made, to be read with `data.read`. */
  file: HeldFile.nullable(),
  imported: ImportReport.nullable(),
  /** A backup that is sound and can be restored with `data.restore`. */
  backup: BackupContents.nullable(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
})
export type DataTask = z.infer<typeof DataTask>

/** Data that a restore, or its undoing, has replaced. */
export const SetAsideData = z.object({
  id: z.string(),
  at: z.number(),
  bytes: z.number().int(),
  reason: z.enum(['restore', 'undo']),
})
export type SetAsideData = z.infer<typeof SetAsideData>

export const DataPlace = z.object({
  /** The data folder's path. */
  home: z.string(),
  databaseBytes: z.number().int(),
  attachmentBytes: z.number().int(),
  /** Of the disk; null where the system does not say. */
  freeBytes: z.number().nullable(),
  conversations: z.number().int(),
  messages: z.number().int(),
  runs: z.number().int(),
  setAside: z.array(SetAsideData),
})
export type DataPlace = z.infer<typeof DataPlace>

/** A piece of a file on its way, at most. */
export const PIECE_BYTES = 1024 * 1024
