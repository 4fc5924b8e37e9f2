import type { AppEvent, AppUpdate } from '../../shared/app-state.ts'
import type { LibraryEntry } from '../../shared/library.ts'
import type { PipelineSummary } from '../../shared/pipeline.ts'
import type { PresetView } from '../../shared/preset.ts'
import { m } from '../app/messages.ts'
import { inLanguage } from './language.ts'
import type { ShippedWords } from './shipped-words/shipped-words.ts'

/** null in English, in which the core itself names what ships. */
const words = await inLanguage<ShippedWords | null>(null, {
  de: async () => (await import('./shipped-words/german.ts')).shippedWords,
  fr: async () => (await import('./shipped-words/french.ts')).shippedWords,
})

/** What the core tells, with everything that ships named and described in the page's language. */
export function withOwnNames(update: AppUpdate): AppUpdate {
  if (words === null) return update
  const renamed = rename(words)
  if (update.type === 'events') return { ...update, events: update.events.map(renamed.event) }
  const { presets, pipelines, library } = update.snapshot
  return {
    ...update,
    snapshot: {
      ...update.snapshot,
      presets: presets.map(renamed.preset),
      pipelines: pipelines.map(renamed.pipeline),
      library: library.map(renamed.entry),
    },
  }
}

/** An agent or a command, where it ships described in the page's language. */
export function inOwnWords(entry: LibraryEntry): LibraryEntry {
  return words === null ? entry : rename(words).entry(entry)
}

function rename({ pipelines, commands, agents }: ShippedWords) {
  const presetNames: Readonly<Record<string, string>> = { ...m.settings.presets.strategies, merged: m.chat.answers.merged }
  const preset = (own: PresetView): PresetView => (own.builtIn ? { ...own, name: presetNames[own.id] ?? own.name } : own)
  const pipeline = (own: PipelineSummary): PipelineSummary => (own.builtIn ? { ...own, ...pipelines[own.id] } : own)
  const entry = (own: LibraryEntry): LibraryEntry => {
    if (own.source !== 'shipped') return own
    return own.kind === 'command' ? { ...own, ...commands[own.name] } : { ...own, description: agents[own.name] ?? own.description }
  }
  const event = (told: AppEvent): AppEvent => {
    if (told.type === 'presets-changed') return { ...told, presets: told.presets.map(preset) }
    if (told.type === 'pipelines-changed') return { ...told, pipelines: told.pipelines.map(pipeline) }
    if (told.type === 'library-changed') return { ...told, library: told.library.map(entry) }
    return told
  }
  return { preset, pipeline, entry, event }
}
