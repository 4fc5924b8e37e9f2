import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** A page that was let in: the hash of its token, and when, in epoch ms. */
export const Pass = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), at: z.number() })
export type Pass = z.infer<typeof Pass>

const Book = z.object({ port: z.number().int().min(1).max(65_535), passes: z.array(Pass).max(64) })
type Book = z.infer<typeof Book>

/** The pages that were let in at a port, over a restart of the core. */
export interface PassBook {
  /** Where the last host listened; null where none did, or the file cannot be read. */
  readonly lastPort: number | null
  /** Of that port alone: a page of another origin never had a token of this one. */
  read(port: number): readonly Pass[]
  write(port: number, passes: readonly Pass[]): void
}

/** In a file of the user's alone. It holds hashes of 256-bit secrets, which let nobody in. */
export function passBookIn(file: string): PassBook {
  const read = (): Book | null => {
    try {
      return Book.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return null
    }
  }
  return {
    lastPort: read()?.port ?? null,
    read: (port) => {
      const book = read()
      return book?.port === port ? book.passes : []
    },
    write: (port, passes) => {
      try {
        writeFileSync(file, JSON.stringify({ port, passes: [...passes] } satisfies Book), { mode: 0o600 })
      } catch {
        // Then a page needs a fresh address after a restart, as without a book.
      }
    },
  }
}
