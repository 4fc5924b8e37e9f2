import { WaitingLine } from './waiting-line.ts'

/** All lines, by what they wait for. */
export class WaitingLines {
  readonly #byKey = new Map<string, WaitingLine>()
  readonly #byName = new Map<string, Set<WaitingLine>>()

  get isEmpty(): boolean {
    return this.#byKey.size === 0
  }

  /** The line of those who need exactly these. */
  lineFor(names: readonly string[]): WaitingLine {
    const sorted = names.toSorted()
    const key = JSON.stringify(sorted)
    const known = this.#byKey.get(key)
    if (known) return known
    const line = new WaitingLine(sorted)
    this.#byKey.set(key, line)
    for (const name of sorted) {
      const lines = this.#byName.get(name) ?? new Set()
      this.#byName.set(name, lines)
      lines.add(line)
    }
    return line
  }

  /** The lines that wait for any of these. */
  of(names: Iterable<string>): Set<WaitingLine> {
    const found = new Set<WaitingLine>()
    for (const name of names) for (const line of this.#byName.get(name) ?? []) found.add(line)
    return found
  }

  /** Leaves a line out in which nobody waits any more. */
  remove(line: WaitingLine): void {
    this.#byKey.delete(JSON.stringify(line.names))
    for (const name of line.names) {
      const lines = this.#byName.get(name)
      lines?.delete(line)
      if (lines?.size === 0) this.#byName.delete(name)
    }
  }
}
