import type { ModelRef } from '../../../../shared/ids.ts'
import { PresetId } from '../../../../shared/ids.ts'
import { Member, Preset, PresetSettings, type PresetStrategy, type PresetView } from '../../../../shared/preset.ts'
import type { StrategyDefaults } from '../../../../shared/settings.ts'

/** The part of a view that is saved. */
export function presetOf(view: PresetView): Preset {
  return Preset.parse(view)
}

export function newPreset(id: string, name: string, { voting }: StrategyDefaults): Preset {
  return Preset.parse({ id, name, settings: voting, members: [] })
}

/** A copy that can be changed; one of a built-in preset is the user's own. */
export function copyOf(preset: Preset, id: string, name: string): Preset {
  return { ...preset, id: PresetId.parse(id), name: name.slice(0, 80).trim(), builtIn: false }
}

/** What a strategy starts from: the settings' own where they have some, else as it ships. */
export function strategyDefaults(strategy: PresetStrategy, defaults: StrategyDefaults): PresetSettings {
  switch (strategy) {
    case 'sequential':
    case 'voting':
    case 'cascade':
      return defaults[strategy]
    default:
      return PresetSettings.parse({ strategy })
  }
}

/** The order with the preset at another place among all; places outside of the list change nothing. */
export function movedPreset(ids: readonly PresetId[], id: PresetId, by: 1 | -1): PresetId[] {
  const from = ids.indexOf(id)
  const to = from + by
  return from === -1 || to < 0 || to >= ids.length ? [...ids] : ids.toSpliced(from, 1).toSpliced(to, 0, id)
}

/** A new last member. Its id is free, so that the same model may be a member twice. */
export function addMember(members: readonly Member[], model: ModelRef): Member[] {
  const taken = new Set(members.map((member) => member.id))
  let number = members.length + 1
  while (taken.has(`m${number}`)) number += 1
  return [...members, Member.parse({ id: `m${number}`, model })]
}

/** The member at `from` moves to `to`; places outside of the list change nothing. */
export function moveMember(members: readonly Member[], from: number, to: number): Member[] {
  const moved = members[from]
  if (!moved || to < 0 || to >= members.length) return [...members]
  return members.toSpliced(from, 1).toSpliced(to, 0, moved)
}

export function changeMember(members: readonly Member[], id: string, change: (member: Member) => Member): Member[] {
  return members.map((member) => (member.id === id ? change(member) : member))
}

/** The member without a parameter where `value` is undefined: the vendor's own then counts. */
export function setParameter<K extends keyof Member['parameters']>(member: Member, key: K, value: Member['parameters'][K]): Member {
  const { [key]: _old, ...rest } = member.parameters
  return Member.parse({ ...member, parameters: value === undefined ? rest : { ...rest, [key]: value } })
}
