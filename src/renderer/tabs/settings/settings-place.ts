/** Where in Settings the user is: a section, and what is open in it (a provider's or a preset's id). */
export type SettingsPlace = { readonly section: string; readonly item: string | null }

/** Reads "presets/voting". It is the tab's place, so that a reload and a deep link land there. No place is the first section. */
export function parsePlace(text: string): SettingsPlace {
  const slash = text.indexOf('/')
  const section = slash === -1 ? text : text.slice(0, slash)
  return { section: section === '' ? 'providers' : section, item: slash === -1 ? null : text.slice(slash + 1) }
}
