import { Preset } from '../../../shared/preset.ts'

/** The presets that ship with the app. Their members are chosen from the models that are on. */
export function builtInPresets(): Preset[] {
  return [
    { id: 'auto', name: 'Auto', settings: { strategy: 'auto' } },
    { id: 'parallel', name: 'Side by side', settings: { strategy: 'parallel', merge: 'none' } },
    { id: 'merged', name: 'Merged answer', settings: { strategy: 'parallel', merge: 'model' } },
    { id: 'sequential', name: 'First good answer', settings: { strategy: 'sequential' } },
    { id: 'voting', name: 'Vote', settings: { strategy: 'voting' } },
    { id: 'cascade', name: 'Cheap first', settings: { strategy: 'cascade' } },
    { id: 'expert', name: 'Specialist', settings: { strategy: 'expert' } },
  ].map((preset) => Preset.parse({ ...preset, builtIn: true, members: [] }))
}
