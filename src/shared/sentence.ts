import { z } from 'zod'
import type { en } from './sentences/en.ts'

/** Every sentence that the core says to people, by its name in the catalogue. */
export type SentenceId = keyof typeof en

/** What fills the slots of a sentence: a number is written as the language writes it. */
export type Value = number | Words

/** A sentence of the catalogue (`src/shared/sentences`) with what it speaks of. An older or newer version may have others. */
export interface Sentence {
  readonly say: string
  readonly with?: Readonly<Record<string, Value>>
}

/**
 * What people read, before it is in a language. A plain string is a name or somebody's own words, and the same in every language; of several,
 * one stands behind the other.
 */
export type Words = string | Told

/** Words that are not the same in every language. */
export type Told = Sentence | readonly Words[]

export const Sentence: z.ZodType<Sentence> = z.object({
  say: z.string(),
  with: z.record(z.string(), z.union([z.number(), z.lazy(() => Words)])).optional(),
})
export const Words: z.ZodType<Words> = z.union([z.string(), Sentence, z.array(z.lazy(() => Words))])

type Slots<Template extends string> = Template extends `${string}{${infer Slot}}${infer Rest}` ? NameOf<Slot> | Slots<Rest> : never
type NameOf<Slot extends string> = Slot extends `${infer Name}:${string}` ? Name : Slot extends `${infer Name}|${string}` ? Name : Slot
type With<Id extends SentenceId> = [Slots<(typeof en)[Id]>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<Slots<(typeof en)[Id]>, Value>>]

/** A sentence with what its slots want; the compiler refuses one that lacks something. */
export function say<Id extends SentenceId>(id: Id, ...[values]: With<Id>): Sentence {
  return values === undefined ? { say: id } : { say: id, with: values }
}

/** The words behind the texts that it stands beside, by their fields; a page says them in its language, and shows the texts where there are none. */
export const Said = z.record(z.string(), Words)
export type Said = z.infer<typeof Said>

/** The words behind a text, where it has any. */
export function wordsIn<Field extends string>(
  texts: Readonly<Record<Field, string>> & { readonly said?: Said | undefined },
  field: Field,
): Words {
  return texts.said?.[field] ?? texts[field]
}

/** The words of a list of texts, one each. `words`: what stands behind the list, where anything does. */
export function eachIn(texts: readonly string[], words: Words | undefined): readonly Words[] {
  const all = words === undefined || typeof words === 'string' || 'say' in words ? [] : words
  return texts.map((text, place) => all[place] ?? text)
}

/** Notes of an answer as words. */
export function notesIn({ notes, said }: { readonly notes: readonly string[]; readonly said?: Said | undefined }): readonly Words[] {
  return eachIn(notes, said?.notes)
}
