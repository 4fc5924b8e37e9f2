import { TuttiError } from '../../shared/errors.ts'
import type { EffectOutcome, EffectRecord } from './journal.ts'
import { limitOf } from './limit-path.ts'

/** Effects that a fork took over stand under this prefix and are handed out by what was asked, wherever it is asked now. */
export const KEPT = 'kept:'

/** The path that an effect had where it was made. */
export function originalPath(path: string): string {
  return path.startsWith(KEPT) ? path.slice(KEPT.length) : path
}

/** The committed effects of one run, in memory: what was done is looked up here before anything is done. */
export class EffectJournal {
  /** Of planners, in the order in which they were made; those that a fork took over too. */
  readonly revisions: readonly EffectRecord[]
  readonly #effects: Map<string, EffectRecord>
  /** Taken over from another run, by digest, in the order in which they were committed. */
  readonly #kept = new Map<string, EffectRecord[]>()
  /** Of an interrupted run: by branch, the paths that the code has not come to again. */
  readonly #unread = new Map<string, Set<string>>()

  constructor(effects: readonly EffectRecord[]) {
    this.revisions = effects.filter((effect) => effect.kind === 'revision')
    const own = effects.filter((effect) => !effect.path.startsWith(KEPT))
    this.#effects = new Map(own.map((effect) => [effect.path, effect]))
    for (const { path } of own) {
      if (isShared(path)) continue
      const branch = branchOf(path)
      this.#unread.set(branch, (this.#unread.get(branch) ?? new Set()).add(path))
    }
    for (const effect of effects) {
      if (effect.path.startsWith(KEPT)) this.#kept.set(effect.digest, [...(this.#kept.get(effect.digest) ?? []), effect])
    }
  }

  /**
   * The committed outcome of an effect, or null. Throws `diverged`, before anything is sent or paid, where the code asks for
   * something else than it did: another request at the same place, or a new one before those that were finished.
   */
  recall(path: string, digest: string): EffectOutcome | null {
    const effect = this.#effects.get(path)
    const unread = this.#unread.get(branchOf(path))
    if (effect) {
      if (effect.digest !== digest) throw diverged(`“${path}” was made from another request than the one that is made now`, path)
      unread?.delete(path)
      return effect.outcome
    }
    const kept = this.#takeKept(path, digest)
    if (kept) return kept.outcome
    const next = unread?.values().next().value
    if (next !== undefined && !isShared(path)) throw diverged(`“${path}” is asked for now, where “${next}” was finished`, path)
    return null
  }

  /** What was asked at the same place comes first: a step says no more of itself than its name. */
  #takeKept(path: string, digest: string): EffectRecord | undefined {
    const same = this.#kept.get(digest) ?? []
    const [found] = same.splice(
      Math.max(
        0,
        same.findIndex((effect) => originalPath(effect.path) === path),
      ),
      1,
    )
    return found
  }

  add(effect: EffectRecord): void {
    this.#effects.set(effect.path, effect)
  }

  /** When the effect at `path` ended (epoch ms), where it is committed. */
  endOf(path: string): number | undefined {
    return this.#effects.get(path)?.endedAt
  }
}

function diverged(difference: string, path: string): TuttiError {
  return new TuttiError(
    'diverged',
    `The code or a preset has changed since this run was interrupted: ${difference}. Nothing was sent or paid. Go on with what is unchanged, fork it, or leave it.`,
    { data: { path } },
  )
}

/** `m1/model/0` → `m1/`. */
function branchOf(path: string): string {
  return path
    .split('/')
    .slice(0, -2)
    .map((key) => `${key}/`)
    .join('')
}

/** Work that is done once for all branches comes in the order of whoever asks first; a limit is asked about where it is met. */
function isShared(path: string): boolean {
  return path.startsWith('once:') || limitOf(path) !== null
}
