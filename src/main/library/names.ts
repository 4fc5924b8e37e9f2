import { LibraryName } from '../../shared/library.ts'

/** What people write as a name, as one that can be called: "/Code Review" is `code-review`. null where nothing is left of it. */
export function libraryName(written: string): LibraryName | null {
  const slug = written
    .trim()
    .replace(/^\/+/, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}_-]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .slice(0, 80)
  const name = LibraryName.safeParse(slug)
  return name.success ? name.data : null
}

/** The name that a file gives what stands in it. */
export function nameOfFile(file: string): LibraryName | null {
  const base = file.split(/[\\/]/).at(-1) ?? file
  return libraryName(base.replace(/\.(?:md|markdown|mdc|json)$/i, ''))
}
