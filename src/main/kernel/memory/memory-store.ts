import type { MemoryEntry, MemoryPlace } from './memory-entry.ts'

/** What is kept of a place. */
export interface StoredSpace {
  /** All versions that have not expired, oldest first. */
  readonly entries: readonly MemoryEntry[]
  /** The newest version that each key ever had, also where its value is gone: a version names one value for ever. */
  readonly latest: ReadonlyMap<string, number>
}

/** The shared context's door to storage. */
export interface MemoryStore {
  load(place: MemoryPlace): Promise<StoredSpace>
  /** Resolves when the entry is durable. */
  save(entry: MemoryEntry): Promise<void>
  /** Drops the value of an entry that expired or made room. */
  drop(entry: Pick<MemoryEntry, 'place' | 'key' | 'version'>): Promise<void>
}

/** Keeps nothing: what is put lives as long as the process. */
export const noMemoryStore: MemoryStore = {
  load: async () => ({ entries: [], latest: new Map() }),
  save: async () => {},
  drop: async () => {},
}
