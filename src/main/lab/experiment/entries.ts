import { TuttiError } from '../../../shared/errors.ts'
import { type ModelRef, PresetId, splitModelRef } from '../../../shared/ids.ts'
import type { DataSet, LabEntry } from '../../../shared/lab.ts'
import type { ModelInfo } from '../../../shared/model.ts'
import { CascadeSettings, Member, type PresetView } from '../../../shared/preset.ts'
import { automaticMembers } from '../../orchestrators/advanced/automatic-members.ts'

export interface EntryGround {
  /** Where answers come from a recording; null: live. */
  readonly recording: DataSet | null
  readonly presets: readonly PresetView[]
  readonly models: readonly ModelInfo[]
  /** Balance of a calibrated cascade that names none. */
  readonly dial: number
}

const SINGLE = PresetId.parse('sequential')
const CASCADE = PresetId.parse('cascade')
const MOST_MEMBERS = 40

/**
 * What an experiment tries, from the words in which it is asked for (`NewExperiment.presets`). Presets that name no members have those of
 * the recording, as they have those that are on otherwise. Throws 'invalid-input' that names what there is not.
 */
export function entriesOf(words: readonly string[], ground: EntryGround): LabEntry[] {
  const entries = words.flatMap((word) => entriesFor(word.trim(), ground))
  const known = new Map<string, LabEntry>()
  for (const entry of entries) {
    const tried = entry.single ? `model ${entry.members[0]?.model}` : entry.name
    if (!known.has(tried)) known.set(tried, entry)
  }
  return distinctNames([...known.values()])
}

/** Models of one label, of several vendors, have the vendor before it. */
function distinctNames(entries: readonly LabEntry[]): LabEntry[] {
  const named = Map.groupBy(entries, ({ name }) => name)
  return entries.map((entry) => {
    const [member] = entry.members
    return entry.single && member && (named.get(entry.name)?.length ?? 0) > 1 ? { ...entry, name: member.model } : entry
  })
}

function entriesFor(word: string, ground: EntryGround): LabEntry[] {
  const askable = askableOf(ground)
  if (word === 'models') return askable.map((model) => alone(model))
  const calibrated = /^calibrated(?::(0(?:\.\d+)?|1(?:\.0+)?))?$/.exec(word)
  if (calibrated) return [calibratedEntry(calibrated[1] === undefined ? ground.dial : Number(calibrated[1]), askable, ground)]
  const preset = ground.presets.find(({ id, name }) => id === word || name.toLowerCase() === word.toLowerCase())
  if (preset !== undefined) return [presetEntry(preset, askable, ground)]
  const model = askable.find(({ ref, id, label }) => ref === word || id === word || label === word)
  if (model !== undefined) return [alone(model)]
  const known = ['models', 'calibrated', ...ground.presets.map(({ id }) => id), ...askable.slice(0, 5).map(({ ref }) => ref)]
  throw new TuttiError('invalid-input', `There is no preset or model “${word}”. Choose among: ${known.join(', ')}.`, {
    data: { field: 'presets', value: word },
  })
}

/** Models of the recording, or those that are on: real ones where there are. */
function askableOf({ recording, models }: EntryGround): ModelInfo[] {
  if (recording === null) {
    const on = models.filter(({ enabled }) => enabled)
    const real = on.filter(({ simulated }) => !simulated)
    return real.length > 0 ? real : on
  }
  return recording.models.map(({ model, meanMicros }) => models.find(({ ref }) => ref === model) ?? unknownModel(model, meanMicros))
}

/** A model that is known from the recording alone; what it cost on average stands for its price. */
function unknownModel(ref: ModelRef, meanMicros: number | null): ModelInfo {
  const { provider, model } = splitModelRef(ref)
  return {
    ref,
    provider,
    id: model,
    label: model,
    capabilities: ['text'],
    contextWindow: null,
    maxOutput: null,
    price: meanMicros === null ? null : { inputPerMillion: 0, outputPerMillion: meanMicros, source: 'list' },
    enabled: true,
    simulated: false,
    origin: 'listed',
  }
}

function alone({ ref, label }: ModelInfo): LabEntry {
  const members = [Member.parse({ id: 'm1', model: ref })]
  const settings = { strategy: 'sequential', minCharacters: 1 } as const
  return { presetId: SINGLE, name: label, single: true, settings, members, systemPrompt: '' }
}

function calibratedEntry(dial: number, askable: readonly ModelInfo[], { recording }: EntryGround): LabEntry {
  if (recording === null)
    throw new TuttiError('invalid-input', 'A calibrated cascade is tried on recorded answers. Choose them, or a preset.')
  const members = askable.slice(0, MOST_MEMBERS).map(({ ref }, place) => Member.parse({ id: `m${place + 1}`, model: ref }))
  const settings = CascadeSettings.parse({ strategy: 'cascade', stopOn: 'calibrated' })
  return {
    presetId: CASCADE,
    name: `Calibrated cascade, ${Math.round(dial * 100)} %`,
    single: false,
    settings,
    members,
    systemPrompt: '',
    dial,
  }
}

function presetEntry(preset: PresetView, askable: readonly ModelInfo[], { recording, dial }: EntryGround): LabEntry {
  const { id, name, settings, systemPrompt } = preset
  if (settings.strategy === 'auto') {
    throw new TuttiError('invalid-input', `“${name}” chooses anew for each question. Try the presets that it chooses among.`)
  }
  const members =
    recording === null ? preset.asked : preset.members.length > 0 ? preset.members : automaticMembers(settings.strategy, askable)
  const missing = members.find(({ model }) => !askable.some(({ ref }) => ref === model))
  if (recording !== null && missing !== undefined) {
    throw new TuttiError(
      'invalid-input',
      `“${name}” asks ${missing.model}, of which “${recording.name}” has no recorded answers. Run it live, or choose another preset.`,
    )
  }
  if (members.length === 0) throw new TuttiError('invalid-input', `“${name}” has no members.`)
  const balance = settings.strategy === 'cascade' && settings.stopOn === 'calibrated' ? { dial } : {}
  return { presetId: id, name, single: false, settings, members, systemPrompt, ...balance }
}
