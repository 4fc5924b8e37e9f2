import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import { TuttiError } from '../../../shared/errors.ts'
import { formatNumber } from '../../../shared/format.ts'
import type { ToolOptions } from '../../../shared/tool.ts'
import { type DefinedTool, defineTool, type ToolRun } from '../defined-tool.ts'
import { type Grant, grantedPath } from '../files/granted-path.ts'
import { openGranted } from '../files/open-granted.ts'

const TIME_MS = 15_000
const MOST_ENTRIES = 500
/** What a result can hold, with room for the note on the rest. */
const PIECE_BYTES = 50_000
const MAX_WRITTEN_CHARACTERS = 1_000_000
const Path = z.string().min(1).max(4_000).describe('Within the granted folder, such as notes/plan.md')

const needs = ({ folder }: ToolOptions) => (folder === null ? 'folder' : null)

/** Lists, reads and writes files of one folder. `closed`: folders that stay closed, wherever that one lies. */
export function fileTools(closed: readonly string[]): DefinedTool[] {
  const grant = ({ options }: ToolRun): Grant => {
    if (options.folder === null) throw new TuttiError('denied', 'No folder is granted. Choose one under Settings, Tools.')
    return { folder: options.folder, closed }
  }
  return [
    defineTool({
      name: 'list-files',
      title: 'List files',
      description: 'Lists what is in a folder: names, with a slash behind folders.',
      input: z.object({ path: Path.default('.') }),
      readOnly: true,
      timeMs: TIME_MS,
      needs,
      run: async ({ path }, call) => {
        const entries = await readdir(await grantedPath(grant(call), path), { withFileTypes: true })
        const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).toSorted()
        const more = names.length > MOST_ENTRIES ? `\n[${formatNumber(names.length - MOST_ENTRIES)} more]` : ''
        return names.length === 0 ? 'The folder is empty.' : names.slice(0, MOST_ENTRIES).join('\n') + more
      },
    }),
    defineTool({
      name: 'read-file',
      title: 'Read a file',
      description: 'Gives the text of a file, in pieces where it is long.',
      input: z.object({
        path: Path,
        from: z.number().int().min(0).default(0).describe('The byte to start from, for the rest of a long file.'),
      }),
      readOnly: true,
      timeMs: TIME_MS,
      needs,
      run: ({ path, from }, call) =>
        openGranted(grant(call), path, 'read', async (file, { size }) => {
          const bytes = Buffer.alloc(Math.max(0, Math.min(PIECE_BYTES, size - from)))
          const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
          const read = bytes.subarray(0, bytesRead)
          if (read.subarray(0, 8_000).includes(0)) throw new TuttiError('bad-request', `“${path}” is no text file.`)
          const end = from + bytesRead
          const rest = end < size ? `\n\n[Read on with from: ${end}; the file has ${formatNumber(size)} bytes.]` : ''
          return new TextDecoder().decode(read) + rest
        }),
    }),
    defineTool({
      name: 'write-file',
      title: 'Write a file',
      description: 'Writes a text file, replacing what it held. Its folder has to be there.',
      input: z.object({ path: Path, text: z.string().max(MAX_WRITTEN_CHARACTERS) }),
      readOnly: false,
      timeMs: TIME_MS,
      needs,
      run: ({ path, text }, call) =>
        openGranted(grant(call), path, 'write', async (file) => {
          await file.truncate(0)
          await file.write(text, 0)
          return `${path} was written: ${formatNumber(Buffer.byteLength(text))} bytes.`
        }),
    }),
  ]
}
