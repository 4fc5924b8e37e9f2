import { TuttiError } from '../../shared/errors.ts'
import type { ContextEntry } from '../../shared/run.ts'
import type { Provenance, SharedContext } from './context.ts'
import { digestOf } from './digest.ts'
import { once, type Place } from './durable-effects.ts'
import type { LiveRun } from './live-run.ts'
import type { MemoryEntry } from './memory/memory-entry.ts'

/** Characters of an entry that are shown. */
const ENTRY_PREVIEW = 400

/** What a branch's sight of the shared context needs of the branch. */
export interface MemoryGround {
  readonly live: LiveRun
  /** Who puts. */
  readonly producedBy: string
  readonly signal: AbortSignal
  /** A place of its own in the journal for an effect of the branch. */
  effect<T>(name: string, work: (place: Place) => Promise<T>): Promise<T>
  /** A place in the journal that all branches share. */
  shared(path: string): Place
}

/**
 * A branch's sight of the shared context: what it puts names it as the producer. What goes to or comes from a scope around the run is an
 * effect, so that a run that is resumed or forked sees what it saw, whatever others have put since.
 */
export function branchMemory(ground: MemoryGround): SharedContext {
  const { live, producedBy, signal, effect } = ground
  const { memory, outer } = live
  return {
    once: (key, work, { scope = 'run', ...provenance } = {}) => {
      signal.throwIfAborted()
      const name = scope === 'run' ? key : `${scope}:${key}`
      // One place for all branches, whoever asks first.
      const place = ground.shared(`once:${name}/0`)
      const source = scope === 'run' ? work : () => onceForAll(ground, scope, key, work, provenance)
      return doneByOne(signal, (begin) => {
        const journaled = () => once(place, 'step', { key: name }, source)
        return memory.once(name, () => begin(journaled), { producedBy, signal, ...provenance })
      })
    },
    put: (key, value, { scope = 'run', ...provenance } = {}) => {
      if (scope === 'run') return memory.put({ key, value, producedBy, ...provenance })
      return effect(`put:${scope}`, async (place) => {
        // Unique, so that an entry that was put right before a crash is known again.
        const by = `${live.record.id}/${place.path}`
        const entry = await once(place, 'memory', { put: key, scope, value: digestOf(value), ...provenance }, async () => {
          const around = await outer.open()
          const known = around.history(key, scope).find((candidate) => candidate.producedBy === by)
          return known ?? (await around.put({ key, value, scope, producedBy: by, ...provenance }))
        })
        tellEntry(live, entry)
        return entry
      })
    },
    get: (key, version) => memory.get(key, version),
    read: (key, scope) =>
      effect(`read:${scope}`, async (place) => {
        const entry = await once(place, 'memory', { read: key, scope }, async () => (await outer.open()).get(key, undefined, scope))
        if (entry) tellEntry(live, entry)
        return entry
      }),
  }
}

/** Shows an entry with the run. */
export function tellEntry(live: LiveRun, { place: { scope }, key, version, producedBy, from, bytes, value }: MemoryEntry): void {
  const preview = (JSON.stringify(value) ?? '').slice(0, ENTRY_PREVIEW)
  const entry: ContextEntry = { scope, key, version, producedBy, from: [...from], bytes, preview }
  live.emit({ type: 'context-put', entry }, `context/${scope === 'run' ? '' : `${scope}:`}${key}@${version}`)
}

/** Work once over all runs of a scope. */
async function onceForAll<T>(
  { live, producedBy, signal }: MemoryGround,
  scope: 'conversation' | 'project' | 'global',
  key: string,
  work: () => Promise<T>,
  provenance: Omit<Provenance, 'scope'>,
): Promise<T> {
  const around = await live.outer.open()
  const by = `${live.record.id}/${producedBy}`
  return doneByOne(signal, (begin) => around.once(key, () => begin(work), { scope, producedBy: by, signal, ...provenance }))
}

/** Waits for work that another one does; where that one fails or is stopped, does it itself. `ask` calls `begin` where it is its own to do. */
async function doneByOne<T>(signal: AbortSignal, ask: (begin: (work: () => Promise<T>) => Promise<T>) => Promise<T>): Promise<T> {
  for (;;) {
    let isMine = false
    try {
      return await ask((work) => {
        isMine = true
        return work()
      })
    } catch (thrown) {
      if (isMine || signal.aborted) throw TuttiError.from(thrown)
    }
  }
}
