import { z } from 'zod'
import { Estimate } from './conversation.ts'
import { Pipeline, PipelineCheck } from './pipeline.ts'
import { Said } from './sentence.ts'

/** What an agent or a command is called by: `/name` in a chat, `type` in a command definition. */
export const LibraryName = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}_-]{0,79}$/u, 'Use lower-case letters, digits, hyphens and underscores.')
export type LibraryName = z.infer<typeof LibraryName>

export const LibraryKind = z.enum(['agent', 'command'])
export type LibraryKind = z.infer<typeof LibraryKind>

/** Something in a file that does not hold, or that was read in another way than it stands there. */
export const LibraryProblem = z.object({
  /** error: it cannot be used. warning: it can, with a part left out. note: how something was understood. */
  level: z.enum(['error', 'warning', 'note']),
  /** The field or the line; empty for the file. */
  place: z.string(),
  message: z.string(),
  said: Said.optional(),
})
export type LibraryProblem = z.infer<typeof LibraryProblem>

/** A named argument of a Markdown command. */
export const CommandArgument = z.object({
  name: z.string(),
  description: z.string().default(''),
  required: z.boolean().default(false),
  default: z.string().optional(),
})
export type CommandArgument = z.infer<typeof CommandArgument>

/** An agent or a command, as lists show it. */
export const LibraryEntry = z.object({
  kind: LibraryKind,
  name: LibraryName,
  description: z.string(),
  /** shipped: comes with the app. own: in the library of the data folder. folder: in a folder that the user added. */
  source: z.enum(['shipped', 'own', 'folder']),
  /** Its path; of a shipped one within the starter library. */
  file: z.string(),
  format: z.enum(['markdown', 'json']),
  /** What may follow `/name`, as its author wrote it. */
  hint: z.string(),
  tools: z.array(z.string()),
  /** As the file names it. */
  model: z.string().nullable(),
  /** Agents of a definition; 1 for a Markdown command, 0 for an agent. */
  steps: z.number().int(),
  problems: z.array(LibraryProblem),
})
export type LibraryEntry = z.infer<typeof LibraryEntry>

export const LibraryView = z.object({
  entries: z.array(LibraryEntry),
  /** Files that hold neither an agent nor a command, and why. */
  unread: z.array(z.object({ file: z.string(), problems: z.array(LibraryProblem) })),
  /** The user's own folders besides that of the data folder. */
  folders: z.array(z.string()),
})
export type LibraryView = z.infer<typeof LibraryView>

/** An entry with everything that stands in its file and what it would do. */
export const LibraryDetail = z.object({
  entry: LibraryEntry,
  text: z.string(),
  /** Of a Markdown command that names them. */
  arguments: z.array(CommandArgument),
  /** A command as it would run. */
  pipeline: Pipeline.nullable(),
  check: PipelineCheck.nullable(),
})
export type LibraryDetail = z.infer<typeof LibraryDetail>

/** A file that is about to be imported: what it would become. Nothing of it is in use before it is confirmed. */
export const ImportFile = z.object({
  /** Its path within what was chosen. */
  file: z.string(),
  /** null: it holds neither. */
  kind: LibraryKind.nullable(),
  name: z.string(),
  description: z.string(),
  /** What of the present library it takes the place of. */
  replaces: z.enum(['nothing', 'own', 'shipped', 'itself']),
  problems: z.array(LibraryProblem),
})
export type ImportFile = z.infer<typeof ImportFile>

export const ImportPreview = z.object({
  id: z.string(),
  files: z.array(ImportFile),
  /** Files that were left out unread, because of their kind or number. */
  leftOut: z.number().int(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** The draft of a definition from a Markdown command. */
export const PhaseDraft = z.object({
  /** The definition, as a file. */
  text: z.string(),
  /** The model that drafted it; null: its headings, lists and named agents were read. */
  by: z.string().nullable(),
  problems: z.array(LibraryProblem),
  pipeline: Pipeline,
  check: PipelineCheck,
})
export type PhaseDraft = z.infer<typeof PhaseDraft>

/** What a command would cost, as for a question, and how long it should take. */
export const CommandEstimate = Estimate.extend({
  /** null: it is not known before it runs. */
  atMostMicros: Estimate.shape.atMostMicros.nullable(),
  /** From start to end, as its steps say. */
  expectedMs: z.number(),
})
export type CommandEstimate = z.infer<typeof CommandEstimate>
