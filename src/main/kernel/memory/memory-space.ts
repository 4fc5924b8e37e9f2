import { LRUCache } from 'lru-cache'
import { TuttiError } from '../../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import { freezeJson } from './freeze-json.ts'
import { type MemoryEntry, type MemoryPlace, type NewEntry, refOf } from './memory-entry.ts'
import { type MemoryStore, noMemoryStore } from './memory-store.ts'
import { SingleFlight } from './single-flight.ts'

/** In bytes of JSON. */
export interface MemoryLimits {
  readonly entryBytes: number
  readonly spaceBytes: number
}

/** An entry that is no longer handed out. `size`: it was the one used longest ago; `too-large`: it was never kept. */
export interface Eviction {
  readonly ref: string
  readonly place: MemoryPlace
  readonly bytes: number
  readonly reason: 'size' | 'expired' | 'too-large'
}

export interface MemorySpaceParts {
  readonly place: MemoryPlace
  readonly clock: Pick<Clock, 'now'>
  readonly limits: MemoryLimits
  readonly store?: MemoryStore
  readonly onPut?: (entry: MemoryEntry) => void
  readonly onEvict?: (eviction: Eviction) => void
}

/** What a space starts from. `entries`: of a fork, the one used longest ago first. */
interface Origin {
  readonly entries: readonly MemoryEntry[]
  readonly latest: ReadonlyMap<string, number>
  readonly numbers: Map<string, number>
}

/** The versioned entries of one place. What was used longest ago goes first when the space is full. */
export class MemorySpace {
  readonly place: MemoryPlace
  readonly flights = new SingleFlight<string>()
  readonly counts = { hits: 0, misses: 0, evicted: 0, expired: 0, tooLarge: 0 }
  readonly #parts: MemorySpaceParts
  readonly #entries: LRUCache<string, MemoryEntry>
  /** The newest version of each key that this space has seen, whether or not it is still kept. */
  readonly #latest: Map<string, number>
  /** The highest number that a key has had in this space or a fork of it, so that a version names one value for ever. */
  readonly #numbers: Map<string, number>
  /** Of a fork: the newest versions when it was made. */
  readonly #base: ReadonlyMap<string, number>

  constructor(parts: MemorySpaceParts, origin: Origin = { entries: [], latest: new Map(), numbers: new Map() }) {
    this.#parts = parts
    this.place = parts.place
    this.#numbers = origin.numbers
    this.#entries = new LRUCache({
      maxSize: parts.limits.spaceBytes,
      sizeCalculation: (entry) => Math.max(1, entry.bytes),
      dispose: (entry, _, reason) => {
        if (reason === 'evict') this.#report(entry, 'size')
      },
    })
    for (const entry of origin.entries) this.#entries.set(refOf(entry), entry)
    this.#latest = new Map(origin.latest)
    this.#base = origin.latest
  }

  /** A space with what its store kept. */
  static async open(parts: MemorySpaceParts): Promise<MemorySpace> {
    const { entries, latest } = await (parts.store ?? noMemoryStore).load(parts.place)
    const frozen = entries.map((entry) => Object.freeze({ ...entry, value: freezeJson(entry.key, entry.value).value }))
    return new MemorySpace(parts, { entries: frozen, latest, numbers: new Map(latest) })
  }

  get bytes(): number {
    return this.#entries.calculatedSize
  }

  get size(): number {
    return this.#entries.size
  }

  /**
   * The next version of a key, at once visible; resolves when it is stored. What could not be stored is taken back.
   * Throws `invalid-input` for what is not JSON or larger than an entry may be.
   */
  async put(input: NewEntry): Promise<MemoryEntry> {
    const { value, bytes } = freezeJson(input.key, input.value)
    const version = (this.#numbers.get(input.key) ?? 0) + 1
    const at = this.#parts.clock.now()
    const entry: MemoryEntry = Object.freeze({
      place: this.place,
      key: input.key,
      version,
      value,
      producedBy: input.producedBy,
      from: Object.freeze([...(input.from ?? [])]),
      at,
      expiresAt: input.ttlMs === undefined ? null : at + input.ttlMs,
      bytes,
    })
    const most = Math.min(this.#parts.limits.entryBytes, this.#parts.limits.spaceBytes)
    if (bytes > most) {
      this.#report(entry, 'too-large')
      throw new TuttiError(
        'invalid-input',
        `“${input.key}” has ${bytes} bytes; the shared context takes ${most} an entry. Share a summary, or a reference to it.`,
        { data: { key: input.key, bytes, most } },
      )
    }
    await this.adopt(entry)
    return entry
  }

  /** Takes an entry over with its number and makes it the newest; `beside`: it is only kept, and another stays the newest. */
  async adopt(entry: MemoryEntry, beside = false): Promise<void> {
    const before = this.#latest.get(entry.key)
    if (this.bytes + entry.bytes > this.#parts.limits.spaceBytes) this.#sweep()
    this.#entries.set(refOf(entry), entry)
    if (!beside) this.#latest.set(entry.key, entry.version)
    this.#numbers.set(entry.key, Math.max(entry.version, this.#numbers.get(entry.key) ?? 0))
    try {
      await this.#parts.store?.save(entry)
    } catch (thrown) {
      this.#entries.delete(refOf(entry))
      if (this.#latest.get(entry.key) === entry.version) {
        if (before === undefined) this.#latest.delete(entry.key)
        else this.#latest.set(entry.key, before)
      }
      throw thrown
    }
    this.#parts.onPut?.(entry)
  }

  /** The newest version, or the one asked for; null where there is none, it has expired, or room was needed. */
  get(key: string, version = this.#latest.get(key)): MemoryEntry | null {
    if (version === undefined) return null
    const entry = this.#entries.get(refOf({ place: this.place, key, version }))
    if (entry === undefined) return null
    if (!this.#hasExpired(entry)) return entry
    this.#expire(entry)
    return null
  }

  /** The number of the newest version that the key has had here, 0 for none. */
  versionOf(key: string): number {
    return this.#latest.get(key) ?? 0
  }

  /** Whether this version was ever given out, here or in a fork. */
  knows(key: string, version: number): boolean {
    return version >= 1 && version <= (this.#numbers.get(key) ?? 0)
  }

  /** The newest entries of all keys, in the order of their keys. */
  list(): MemoryEntry[] {
    return [...this.#latest.keys()].sort().flatMap((key) => this.get(key) ?? [])
  }

  /** All versions of a key that are still kept, oldest first. */
  history(key: string): MemoryEntry[] {
    return this.#all()
      .filter((entry) => entry.key === key)
      .toSorted((a, b) => a.version - b.version)
  }

  /** A copy for a branch: neither sees what the other puts from now on. A branch is not stored before it is merged. */
  fork(): MemorySpace {
    const { place, clock, limits, onEvict } = this.#parts
    const origin = { entries: this.#all(), latest: new Map(this.#latest), numbers: this.#numbers }
    return new MemorySpace({ place, clock, limits, ...(onEvict ? { onEvict } : {}) }, origin)
  }

  /** Of a fork: the version of a key that it started from (0 for none), and what was put since. */
  since(key: string): { base: number; entries: MemoryEntry[] } {
    const base = this.#base.get(key) ?? 0
    return { base, entries: this.history(key).filter((entry) => entry.version > base) }
  }

  /** Of a fork: the keys that were put since, in order. */
  changedKeys(): string[] {
    return [...this.#latest].flatMap(([key, version]) => (version > (this.#base.get(key) ?? 0) ? [key] : [])).sort()
  }

  #all(): MemoryEntry[] {
    return [...this.#entries.values()].filter((entry) => !this.#hasExpired(entry)).reverse()
  }

  #sweep(): void {
    const stale = [...this.#entries.values()].filter((entry) => this.#hasExpired(entry))
    for (const entry of stale) this.#expire(entry)
  }

  #hasExpired(entry: MemoryEntry): boolean {
    return entry.expiresAt !== null && entry.expiresAt <= this.#parts.clock.now()
  }

  #expire(entry: MemoryEntry): void {
    this.#entries.delete(refOf(entry))
    this.#report(entry, 'expired')
  }

  #report(entry: MemoryEntry, reason: Eviction['reason']): void {
    if (reason === 'size') this.counts.evicted += 1
    else if (reason === 'expired') this.counts.expired += 1
    else this.counts.tooLarge += 1
    // What cannot be dropped now expires or makes room again when the space is opened next.
    if (reason !== 'too-large') this.#parts.store?.drop(entry).catch(() => {})
    this.#parts.onEvict?.({ ref: refOf(entry), place: this.place, bytes: entry.bytes, reason })
  }
}
