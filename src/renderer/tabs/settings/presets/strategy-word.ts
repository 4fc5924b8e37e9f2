import type { PresetSettings } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'

const t = m.settings.presets

/** "Vote", "Side by side", "Merged by a model". */
export function strategyWord(settings: PresetSettings): string {
  return settings.strategy === 'parallel' && settings.merge === 'model' ? t.merged : t.strategies[settings.strategy]
}
