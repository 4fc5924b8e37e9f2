import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { TuttiError } from '../../../shared/errors.ts'
import { type DefinedTool, defineTool } from '../defined-tool.ts'

const TIME_MS = 10_000
const MAX_CHARACTERS = 50_000

export interface Querying {
  query(
    job: { readonly file: string; readonly sql: string; readonly maxRows: number; readonly maxCharacters: number; readonly timeMs: number },
    signal: AbortSignal,
  ): Promise<string>
}

export function sql(computing: Querying): DefinedTool {
  return defineTool({
    name: 'sql',
    title: 'Query a database',
    description:
      'Reads the user’s SQLite file with one SELECT statement and gives its rows as JSON. Nothing can be changed. PRAGMA table_list and PRAGMA table_info(name) describe the tables.',
    input: z.object({ sql: z.string().trim().min(1).max(20_000), rows: z.number().int().min(1).max(1_000).default(100) }),
    readOnly: true,
    timeMs: TIME_MS + 4_000,
    needs: ({ database }) => (database === null ? 'database' : null),
    run: async ({ sql: statement, rows }, { signal, options }) => {
      const file = options.database
      if (file === null) throw new TuttiError('denied', 'No database is chosen. Choose one under Settings, Tools.')
      const found = await stat(file).catch(() => null)
      if (found?.isFile() !== true)
        throw new TuttiError('not-found', 'The chosen database is not there any more. Choose one under Settings, Tools.')
      return computing.query({ file, sql: statement, maxRows: rows, maxCharacters: MAX_CHARACTERS, timeMs: TIME_MS }, signal)
    },
  })
}
