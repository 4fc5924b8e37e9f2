import { type MemoryEntry, refOf } from './memory-entry.ts'
import type { MemorySpace } from './memory-space.ts'

/** A key that was changed on both sides of a fork. */
export interface MemoryConflict {
  readonly key: string
  /** The version that both started from; 0 where the key was new. */
  readonly base: number
  readonly ours: MemoryEntry
  readonly theirs: MemoryEntry
}

export interface MergeReport {
  /** The newest of each key that came over. */
  readonly merged: readonly MemoryEntry[]
  /** Not settled: ours stands, theirs is kept as a version beside it. */
  readonly conflicts: readonly MemoryConflict[]
}

export interface MergeOptions {
  /** Who merges: the producer of settled values. */
  readonly producedBy: string
  /** The value that a conflict is settled with; undefined leaves it. */
  readonly settle?: (conflict: MemoryConflict) => unknown
}

/** Brings what a fork has put into the space that it came from. Equal values on both sides are no conflict. */
export async function mergeSpaces(into: MemorySpace, fork: MemorySpace, options: MergeOptions): Promise<MergeReport> {
  const merged: MemoryEntry[] = []
  const conflicts: MemoryConflict[] = []
  for (const key of fork.changedKeys()) {
    const { base, entries } = fork.since(key)
    const theirs = entries.at(-1)
    if (!theirs) continue
    const ours = into.versionOf(key) === base ? null : into.get(key)
    if (ours === null) {
      for (const entry of entries) await into.adopt(entry)
      merged.push(theirs)
      continue
    }
    if (JSON.stringify(ours.value) === JSON.stringify(theirs.value)) continue
    const conflict: MemoryConflict = { key, base, ours, theirs }
    for (const entry of entries) await into.adopt(entry, true)
    const value = options.settle?.(conflict)
    if (value === undefined) conflicts.push(conflict)
    else merged.push(await into.put({ key, value, producedBy: options.producedBy, from: [refOf(ours), refOf(theirs)] }))
  }
  return { merged, conflicts }
}
