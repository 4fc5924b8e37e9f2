import { AdvancedInput, seatMembers } from '../../src/main/orchestrators/advanced/input.ts'
import { ModelRef } from '../../src/shared/ids.ts'
import { Member, type StrategySettings } from '../../src/shared/preset.ts'

/** Input for `count` members m1 … of different vendors, and one question. */
export function strategyInput(
  settings: StrategySettings,
  count: number,
  question = 'What is 6 × 7?',
  changes: Partial<AdvancedInput> = {},
): AdvancedInput {
  const members = Array.from({ length: count }, (_, index) =>
    Member.parse({ id: `m${index + 1}`, model: ModelRef.parse(`vendor-${index + 1}/model-${index + 1}`) }),
  )
  return AdvancedInput.parse({
    settings,
    members: seatMembers(members, []),
    system: '',
    turns: [{ role: 'user', parts: [{ type: 'text', text: question }] }],
    ...changes,
  })
}
