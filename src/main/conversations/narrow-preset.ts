import { TuttiError } from '../../shared/errors.ts'
import type { PresetView } from '../../shared/preset.ts'

export interface Narrowing {
  /** Ids of the members that are asked; left out: all. */
  readonly only?: readonly string[] | undefined
  readonly blind?: boolean | undefined
}

/** `seats`: the numbers of those asked, their places in the whole preset; left out: 1, 2, 3 … */
export type NarrowedPreset = PresetView & { readonly seats?: readonly number[] }

/**
 * The preset for one message: with some of its members alone, or all side by side without names. One member alone needs no strategy
 * but the first answer. Agreement would give away who said what, so blind answers stand side by side.
 */
export function narrowPreset(preset: PresetView, { only, blind = false }: Narrowing): NarrowedPreset {
  const asked = only === undefined ? preset.asked : preset.asked.filter((member) => only.includes(member.id))
  const seats = asked.map((member) => preset.asked.indexOf(member) + 1)
  const unknown = only?.find((id) => !preset.asked.some((member) => member.id === id))
  if (unknown !== undefined) {
    const known = preset.asked.map((member) => member.id).join(', ')
    throw new TuttiError('invalid-input', `“${preset.name}” has no member “${unknown}”. Choose among: ${known}.`, {
      data: { field: 'only', value: unknown },
    })
  }
  if (blind) {
    if (asked.length < 2)
      throw new TuttiError('invalid-input', 'A blind comparison needs at least two members. Add one, or turn Blind off.')
    return { ...preset, asked, seats, settings: { strategy: 'parallel', merge: 'none' } }
  }
  if (only === undefined) return preset
  const narrowed = { ...preset, asked, seats }
  return asked.length === 1 ? { ...narrowed, settings: { strategy: 'sequential', minCharacters: 1 } } : narrowed
}
