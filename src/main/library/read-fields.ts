import type { LibraryProblem } from '../../shared/library.ts'
import { say } from '../../shared/sentence.ts'
import { isRecord } from '../../shared/unknown-fields.ts'
import { libraryProblem } from './library-problem.ts'

/** The front matter of one file, read field by field; what nobody asked for is reported as unknown. */
export class Fields {
  readonly problems: LibraryProblem[] = []
  readonly #fields: ReadonlyMap<string, unknown>
  readonly #asked = new Set<string>()

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.#fields = new Map(Object.entries(fields).map(([name, value]) => [plain(name), value]))
  }

  /** The first of these names that has a text; numbers and dates are texts. */
  text(...names: readonly string[]): string | null {
    const value = this.#take(names)
    if (value === undefined || value === null) return null
    if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    this.problems.push(libraryProblem('warning', names[0] ?? '', say('file.field-no-text')))
    return null
  }

  /** A list, a text with commas, or an object whose values say yes or no; brackets keep their commas. */
  list(...names: readonly string[]): string[] {
    const value = this.#take(names)
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return value.filter((item) => typeof item === 'string' || typeof item === 'number').map(String)
    if (isRecord(value)) return Object.entries(value).flatMap(([name, on]) => (on === false ? [] : [name]))
    const pieces = (typeof value === 'string' ? value : JSON.stringify(value)).match(/[^,\s(]+(?:\([^)]*\))?/g)
    return pieces === null ? [] : [...pieces]
  }

  /** As it stands. */
  raw(name: string): unknown {
    return this.#take([name])
  }

  /** Names of fields that this version does not know; the file keeps them. */
  get unknown(): string[] {
    return [...this.#fields.keys()].filter((name) => !this.#asked.has(name))
  }

  #take(names: readonly string[]): unknown {
    for (const name of names) this.#asked.add(plain(name))
    const found = names.find((name) => this.#fields.has(plain(name)))
    return found === undefined ? undefined : this.#fields.get(plain(found))
  }
}

/** `allowed-tools`, `allowed_tools` and `allowedTools` are one name. */
function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
}
