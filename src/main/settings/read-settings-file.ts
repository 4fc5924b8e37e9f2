import type { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import { Preset } from '../../shared/preset.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import { Provider, SettingsChange } from '../../shared/settings.ts'
import { type FilePreview, ModelChoice } from '../../shared/settings-file.ts'
import { isRecord, unknownFields } from '../../shared/unknown-fields.ts'

/** The parts of a file that can be taken, and what is wrong with the rest. A setting that the file does not name is left out. */
export interface ReadSettingsFile {
  readonly settings: SettingsChange
  readonly providers: readonly Provider[]
  readonly presets: readonly Preset[]
  readonly models: readonly ModelChoice[]
  readonly unknown: string[]
  readonly problems: FilePreview['problems']
}

const HEAD = ['tutti', 'version', 'appVersion', 'settings', 'providers', 'presets', 'models']

/** Reads the text of a file part by part, so that one bad part does not cost the others. Throws `invalid-input` for what is no settings file at all. */
export function readSettingsFile(text: string): ReadSettingsFile {
  const raw = json(text)
  if (!isRecord(raw) || raw.tutti !== 'settings') {
    throw failure('invalid-input', say('refused.no-settings-file'))
  }
  if (raw.version !== 1) {
    throw new TuttiError(
      'invalid-input',
      `This file has the version ${String(raw.version)}, which a newer Tutti wrote. Update Tutti, then import it.`,
    )
  }
  const unknown = Object.keys(raw).filter((key) => !HEAD.includes(key))
  const problems: { path: string; message: string }[] = []
  const take = <T>(schema: z.ZodType<T>, value: unknown, path: string): T[] => {
    const read = schema.safeParse(value)
    if (!read.success) {
      problems.push(...read.error.issues.map((issue) => ({ path: [path, ...issue.path.map(String)].join('.'), message: issue.message })))
      return []
    }
    unknown.push(...unknownFields(value, read.data, path))
    return [read.data]
  }
  const list = <T>(schema: z.ZodType<T>, key: string): T[] => {
    const value = raw[key] ?? []
    if (Array.isArray(value)) return value.flatMap((item, index) => take(schema, item, `${key}.${index}`))
    problems.push({ path: key, message: 'This has to be a list.' })
    return []
  }
  return {
    settings: settingsOf(raw.settings ?? {}, unknown, problems, take),
    providers: list(Provider, 'providers'),
    presets: list(Preset, 'presets'),
    models: list(ModelChoice, 'models'),
    unknown,
    problems,
  }
}

type Take = <T>(schema: z.ZodType<T>, value: unknown, path: string) => T[]

function settingsOf(value: unknown, unknown: string[], problems: { path: string; message: string }[], take: Take): SettingsChange {
  if (!isRecord(value)) {
    problems.push({ path: 'settings', message: 'This has to be an object.' })
    return {}
  }
  const schemas = new Map<string, z.ZodType<unknown>>(Object.entries(SettingsChange.omit({ policies: true }).shape))
  const taken = Object.entries(value).flatMap(([key, setting]) => {
    const schema = schemas.get(key)
    if (schema !== undefined) return take(schema, setting, `settings.${key}`).map((read) => [key, read] as const)
    unknown.push(`settings.${key}`)
    return []
  })
  return SettingsChange.parse(Object.fromEntries(taken))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new TuttiError('invalid-input', 'This file is not JSON. Choose one that was written by “Export settings”.', { cause: thrown })
  }
}
