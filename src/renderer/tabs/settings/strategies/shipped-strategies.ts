import { StrategyDefaults } from '../../../../shared/settings.ts'

/** What the strategies are told until somebody changes it. */
export function shippedStrategies(): StrategyDefaults {
  return StrategyDefaults.parse({})
}
