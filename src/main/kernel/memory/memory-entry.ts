import { z } from 'zod'
import { MemoryScope } from '../../../shared/run.ts'

/** One scope of its kind: a run's by the run's id. `global` has the id `global`. */
export const MemoryPlace = z.object({ scope: MemoryScope, id: z.string().min(1) })
export type MemoryPlace = z.infer<typeof MemoryPlace>

/** `scope:key@version`: names an entry for ever, also after it is gone. */
export const EntryRef = z.string().regex(/^(run|conversation|project|global):.+@\d+$/s)
export type EntryRef = z.infer<typeof EntryRef>

/** One version of one key. Never changed: a change is the next version. */
export const MemoryEntry = z.object({
  place: MemoryPlace,
  key: z.string().min(1),
  /** Counted from 1 within the key. */
  version: z.number().int().positive(),
  /** JSON, frozen. */
  value: z.unknown(),
  /** The path of the branch or node that put it. */
  producedBy: z.string(),
  /** What it was made from. */
  from: z.array(EntryRef).readonly(),
  /** Epoch ms. */
  at: z.number(),
  /** Epoch ms from which it is no longer handed out; null: never. */
  expiresAt: z.number().nullable(),
  /** Size of the value as JSON in UTF-8. */
  bytes: z.number().int().nonnegative(),
})
export type MemoryEntry = Readonly<z.infer<typeof MemoryEntry>>

/** What a producer says of a new version. */
export interface NewEntry {
  readonly key: string
  readonly value: unknown
  readonly producedBy: string
  readonly from?: readonly EntryRef[]
  /** How long it is handed out, in ms; for ever where left out. */
  readonly ttlMs?: number
}

export function refOf({ place, key, version }: Pick<MemoryEntry, 'place' | 'key' | 'version'>): EntryRef {
  return `${place.scope}:${key}@${version}`
}

export function readRef(ref: EntryRef): { scope: MemoryScope; key: string; version: number } {
  const colon = ref.indexOf(':')
  const at = ref.lastIndexOf('@')
  return { scope: MemoryScope.parse(ref.slice(0, colon)), key: ref.slice(colon + 1, at), version: Number(ref.slice(at + 1)) }
}
