import { z } from 'zod'
import { PresetId } from '../ids.ts'
import { Preset, PresetView } from '../preset.ts'
import { base } from './base.ts'

/** Presets: a strategy with its members. */
export const presetsContract = {
  save: base.input(Preset).output(PresetView),
  remove: base.input(z.object({ id: PresetId })),
}
