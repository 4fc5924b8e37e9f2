import { z } from 'zod'

export const SectionId = z.enum(['providers', 'models', 'presets', 'budgets', 'appearance'])
export type SectionId = z.infer<typeof SectionId>

/** Where in Settings the user is: a section, and what is open in it (a provider's or a preset's id). */
export type SettingsPlace = { readonly section: SectionId; readonly item: string | null }

/** Reads "presets/voting". It is the tab's place, so that a reload and a deep link land there; an unknown place is the first section. */
export function parsePlace(text: string): SettingsPlace {
  const slash = text.indexOf('/')
  const section = SectionId.safeParse(slash === -1 ? text : text.slice(0, slash))
  if (!section.success) return { section: 'providers', item: null }
  return { section: section.data, item: slash === -1 ? null : text.slice(slash + 1) }
}
