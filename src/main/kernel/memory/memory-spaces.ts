import type { MemoryScope } from '../../../shared/run.ts'
import type { Clock } from '../clock.ts'
import type { MemoryEntry, MemoryPlace } from './memory-entry.ts'
import { type Eviction, type MemoryLimits, MemorySpace } from './memory-space.ts'
import { type MemoryStore, noMemoryStore } from './memory-store.ts'
import { SharedMemory } from './shared-memory.ts'

const MEGABYTE = 1_000_000

export const DEFAULT_MEMORY_LIMITS: Readonly<Record<MemoryScope, MemoryLimits>> = {
  run: { entryBytes: MEGABYTE, spaceBytes: 16 * MEGABYTE },
  conversation: { entryBytes: MEGABYTE, spaceBytes: 8 * MEGABYTE },
  project: { entryBytes: MEGABYTE, spaceBytes: 16 * MEGABYTE },
  global: { entryBytes: MEGABYTE, spaceBytes: 16 * MEGABYTE },
}

export interface MemorySpacesParts {
  readonly clock: Pick<Clock, 'now'>
  readonly limits?: Readonly<Record<MemoryScope, MemoryLimits>>
  /** Of the scopes that outlive a run; a run's own entries come back as it comes by them again. */
  readonly store?: MemoryStore
  readonly onPut?: (entry: MemoryEntry) => void
  readonly onEvict?: (eviction: Eviction) => void
}

/** What is held: a run's own space, and those of what it belongs to. */
export interface MemoryHolder {
  readonly run?: string | null
  readonly conversation?: string | null
  readonly project?: string | null
  /** True where left out. */
  readonly global?: boolean
}

interface OpenSpace {
  readonly space: Promise<MemorySpace>
  holders: number
}

/** The spaces that are in use; runs of one conversation share one. */
export class MemorySpaces {
  readonly #parts: MemorySpacesParts
  readonly #open = new Map<string, OpenSpace>()

  constructor(parts: MemorySpacesParts) {
    this.#parts = parts
  }

  /** A run's shared context, with what was stored. Given back with `close`; what nobody holds any more leaves memory. */
  async open(holder: MemoryHolder): Promise<SharedMemory> {
    const opened = await Promise.allSettled(placesOf(holder).map((place) => this.#hold(place)))
    const failed = opened.find((each) => each.status === 'rejected')
    if (failed) {
      this.close(holder)
      throw failed.reason
    }
    return new SharedMemory(opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])))
  }

  close(holder: MemoryHolder): void {
    for (const place of placesOf(holder)) {
      const open = this.#open.get(nameOf(place))
      if (!open) continue
      open.holders -= 1
      // The global space outlives the runs: what it knows is of use to the next one, and without a store it is nowhere else.
      if (open.holders === 0 && place.scope !== 'global') this.#open.delete(nameOf(place))
    }
  }

  #hold(place: MemoryPlace): Promise<MemorySpace> {
    const { limits = DEFAULT_MEMORY_LIMITS, store = noMemoryStore, ...parts } = this.#parts
    const kept = place.scope === 'run' ? noMemoryStore : store
    const open = this.#open.get(nameOf(place)) ?? {
      space: MemorySpace.open({ ...parts, place, store: kept, limits: limits[place.scope] }),
      holders: 0,
    }
    this.#open.set(nameOf(place), open)
    open.holders += 1
    open.space.catch(() => {
      if (this.#open.get(nameOf(place)) === open) this.#open.delete(nameOf(place))
    })
    return open.space
  }
}

function placesOf({ run = null, conversation = null, project = null, global = true }: MemoryHolder): MemoryPlace[] {
  return [
    ...(run === null ? [] : [{ scope: 'run' as const, id: run }]),
    ...(conversation === null ? [] : [{ scope: 'conversation' as const, id: conversation }]),
    ...(project === null ? [] : [{ scope: 'project' as const, id: project }]),
    ...(global ? [{ scope: 'global' as const, id: 'global' }] : []),
  ]
}

function nameOf({ scope, id }: MemoryPlace): string {
  return `${scope}/${id}`
}
