import { TuttiError } from '../../shared/errors.ts'
import type { Provider, SettingsChange } from '../../shared/settings.ts'
import { type FileChange, type FilePreview, ModelChoice, SettingsFile } from '../../shared/settings-file.ts'
import { changesOf } from './file-changes.ts'
import type { Models } from './models.ts'
import type { Preferences } from './preferences.ts'
import type { Presets } from './presets.ts'
import type { Providers } from './providers.ts'
import { type ReadSettingsFile, readSettingsFile } from './read-settings-file.ts'

export interface SettingsFilesParts {
  readonly appVersion: string
  readonly preferences: Preferences
  readonly presets: Presets
  readonly providers: Providers
  readonly models: Models
}

/** What an import changed, so that it can be taken back: what was there before, and what it brought. */
interface Import {
  readonly before: SettingsFile
  readonly read: ReadSettingsFile
}

/** Settings as a file: written without a secret, looked through before anything of it is taken, and taken back. */
export class SettingsFiles {
  readonly #parts: SettingsFilesParts
  #last: Import | null = null

  constructor(parts: SettingsFilesParts) {
    this.#parts = parts
  }

  /** Everything that is set, the user's own presets, providers without their keys, and choices about models. */
  write(): SettingsFile {
    const { appVersion, preferences, presets, providers, models } = this.#parts
    return SettingsFile.parse({
      tutti: 'settings',
      version: 1,
      appVersion,
      settings: preferences.settings,
      providers: providers.list().map((provider) => ({ ...provider, baseUrl: withoutSecrets(provider.baseUrl) })),
      presets: presets.list().filter((preset) => !preset.builtIn),
      models: models.choices(),
    })
  }

  /** What the file would change, without changing it. */
  preview(text: string): FilePreview {
    const read = this.#usable(readSettingsFile(text))
    const now = this.write()
    return {
      changes: changesIn(read, now),
      unknown: read.unknown,
      problems: read.problems,
      switchedOff: read.providers.filter((provider) => this.#isNewAddress(provider)).map(({ name }) => name),
    }
  }

  /** Takes what can be taken. It sends nothing: a provider with an address that is new here is switched off. */
  async apply(text: string): Promise<FilePreview> {
    const preview = this.preview(text)
    const read = this.#usable(readSettingsFile(text))
    const { preferences, presets, providers, models } = this.#parts
    this.#last = { before: this.write(), read }
    for (const provider of read.providers) {
      await providers.save(this.#isNewAddress(provider) ? { ...provider, enabled: false } : provider)
    }
    await models.take(read.models)
    for (const preset of read.presets) await presets.save(preset)
    await preferences.update(read.settings)
    return preview
  }

  /** Takes the last import back: what it changed is as it was, what it brought is gone. */
  async undo(): Promise<void> {
    const last = this.#last
    if (last === null) throw new TuttiError('not-found', 'There is no import to take back.')
    this.#last = null
    const { before, read } = last
    const { preferences, presets, providers, models } = this.#parts
    await preferences.update(before.settings)
    for (const { id } of read.presets) {
      const old = before.presets.find((preset) => preset.id === id)
      if (old) await presets.save(old)
      else await presets.remove(id)
    }
    for (const { ref } of read.models) {
      await models.take([before.models.find((choice) => choice.ref === ref) ?? ModelChoice.parse({ ref })])
    }
    for (const { id } of read.providers) {
      const old = before.providers.find((provider) => provider.id === id)
      if (old) await providers.save(old)
      else await providers.remove(id)
    }
  }

  /** Without what the rooms would refuse: the file is all right, this installation says no. */
  #usable(read: ReadSettingsFile): ReadSettingsFile {
    const { presets, providers } = this.#parts
    const problems = [...read.problems]
    const builtIn = new Set(presets.list().flatMap((preset) => (preset.builtIn ? [preset.id] : [])))
    const sound = <T extends { readonly id: string }>(items: readonly T[], path: string, refuse: (item: T) => string | null): T[] =>
      items.filter((item) => {
        const message = refuse(item)
        if (message !== null) problems.push({ path: `${path}.${item.id}`, message })
        return message === null
      })
    const own = sound(read.presets, 'presets', (preset) =>
      builtIn.has(preset.id) ? 'It ships with Tutti and stays as it is.' : presets.refusal(preset),
    )
    const known = new Set([...presets.list().map(({ id }) => id), ...own.map(({ id }) => id)])
    const { defaultPreset, ...others } = read.settings
    const missing = defaultPreset !== undefined && !known.has(defaultPreset)
    if (missing) problems.push({ path: 'settings.defaultPreset', message: `There is no preset “${defaultPreset}”, here or in the file.` })
    const settings: SettingsChange = missing ? others : read.settings
    return {
      ...read,
      settings,
      presets: own,
      providers: sound(read.providers, 'providers', (provider) => providers.refusal(provider)),
      problems,
    }
  }

  #isNewAddress({ id, baseUrl }: Provider): boolean {
    const known = this.#parts.providers.list().find((provider) => provider.id === id)
    return known === undefined || withoutSecrets(known.baseUrl) !== withoutSecrets(baseUrl)
  }
}

function changesIn(read: ReadSettingsFile, now: SettingsFile): FileChange[] {
  const settings = Object.entries(read.settings).flatMap(([key, value]) => {
    const before = Object.entries(now.settings).find(([name]) => name === key)?.[1]
    return changesOf('settings', key, before, value)
  })
  const byId = (area: 'providers' | 'presets') =>
    read[area].flatMap((item) =>
      changesOf(
        area,
        item.id,
        now[area].find(({ id }) => id === item.id),
        item,
      ),
    )
  const models = read.models.flatMap((choice) =>
    changesOf(
      'models',
      choice.ref,
      now.models.find(({ ref }) => ref === choice.ref),
      choice,
    ),
  )
  return [...settings, ...byId('providers'), ...byId('presets'), ...models]
}

/** An address without a user, a password or a query, in any of which a key may stand. */
function withoutSecrets(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return address
  const url = new URL(address)
  if (url.username === '' && url.password === '' && url.search === '') return address
  url.username = ''
  url.password = ''
  url.search = ''
  return url.href
}
