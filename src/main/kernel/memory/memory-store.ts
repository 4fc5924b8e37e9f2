import type { MemoryEntry, MemoryPlace } from './memory-entry.ts'

/** The shared context's door to storage. */
export interface MemoryStore {
  /** All versions of a place that have not expired, oldest first. */
  load(place: MemoryPlace): Promise<readonly MemoryEntry[]>
  /** Resolves when the entry is durable. */
  save(entry: MemoryEntry): Promise<void>
}

/** Keeps nothing: what is put lives as long as the process. */
export const noMemoryStore: MemoryStore = { load: async () => [], save: async () => {} }
