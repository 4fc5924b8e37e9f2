import { Settings, SettingsChange } from '../settings.ts'
import { base } from './base.ts'

/** Settings of the whole app. */
export const settingsContract = {
  update: base.input(SettingsChange).output(Settings),
}
