import type { Dimension } from '../../../shared/metrics.ts'
import { StrategyId, TaskType } from '../../../shared/preset.ts'
import { m } from '../../app/messages.ts'
import { w } from './words.ts'

/** What a value of a dimension is called; models have names of their own. */
export function dimensionName(dimension: Exclude<Dimension, 'model'>, key: string): string {
  if (dimension === 'strategy') {
    const strategy = StrategyId.safeParse(key)
    return strategy.success ? m.settings.presets.strategies[strategy.data] : key || w.otherTask
  }
  if (dimension === 'task') {
    const task = TaskType.safeParse(key)
    return task.success ? m.settings.presets.tasks[task.data] : key || w.otherTask
  }
  return key === '' ? w.otherTask : key.slice(0, 1).toUpperCase() + key.slice(1)
}
