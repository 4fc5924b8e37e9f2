import type { AppUpdate } from '../../shared/app-state.ts'
import type { PresetView } from '../../shared/preset.ts'
import { m } from '../app/messages.ts'
import { language } from './language.ts'

/** What the core tells, with the presets that ship named in the page's language; the core itself names them in English. */
export function withOwnNames(update: AppUpdate): AppUpdate {
  if (language === 'en') return update
  if (update.type === 'snapshot') return { ...update, snapshot: { ...update.snapshot, presets: update.snapshot.presets.map(named) } }
  return {
    ...update,
    events: update.events.map((event) => (event.type === 'presets-changed' ? { ...event, presets: event.presets.map(named) } : event)),
  }
}

function named(preset: PresetView): PresetView {
  if (!preset.builtIn) return preset
  const names: Readonly<Record<string, string>> = { ...m.settings.presets.strategies, merged: m.chat.answers.merged }
  return { ...preset, name: names[preset.id] ?? preset.name }
}
