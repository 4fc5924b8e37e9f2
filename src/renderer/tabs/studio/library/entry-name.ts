import type { LibraryEntry } from '../../../../shared/library.ts'

/** "/review" for a command, as it is called; the plain name for an agent. */
export function entryName({ kind, name }: Pick<LibraryEntry, 'kind'> & { readonly name: string }): string {
  return kind === 'command' ? `/${name}` : name
}
