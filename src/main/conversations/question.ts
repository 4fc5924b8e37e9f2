import { splitModelRef } from '../../shared/ids.ts'
import type { ModelInfo, Turn } from '../../shared/model.ts'
import type { StrategySettings } from '../../shared/preset.ts'
import type { Speaker } from '../../shared/run.ts'
import type { OfferedTool } from '../../shared/tool.ts'
import { AdvancedInput, mergeModelOf, seatMembers } from '../orchestrators/advanced/input.ts'
import type { NarrowedPreset } from './narrow-preset.ts'

/** What the strategies are told of a question asked with a preset. The conversation's system prompt follows the preset's. */
export function questionInput(
  preset: Omit<NarrowedPreset, 'settings'> & { readonly settings: StrategySettings },
  systemPrompt: string,
  turns: Turn[],
  models: readonly ModelInfo[],
  tools: readonly OfferedTool[] = [],
): AdvancedInput {
  return AdvancedInput.parse({
    settings: preset.settings,
    // One member of four keeps its number: it is known by it.
    members: seatMembers(preset.asked, models).map((member, index) => ({ ...member, number: preset.seats?.[index] ?? member.number })),
    system: [preset.systemPrompt, systemPrompt].filter((text) => text.trim() !== '').join('\n\n'),
    turns,
    tools,
  })
}

/** Who can speak in a run: its members, and the merge where there is one. */
export function speakersOf(input: AdvancedInput, models: readonly ModelInfo[]): Speaker[] {
  const known = new Map(models.map((model) => [model.ref, model]))
  const speakers = input.members.map(
    (member): Speaker => ({
      id: member.id,
      role: 'member',
      number: member.number,
      model: member.model,
      label: member.label,
      provider: splitModelRef(member.model).provider,
      simulated: known.get(member.model)?.simulated ?? false,
    }),
  )
  const merge = mergeModelOf(input.settings, input.members)
  if (merge === null) return speakers
  const info = known.get(merge)
  const { provider, model } = splitModelRef(merge)
  return [
    ...speakers,
    { id: 'merge', role: 'merge', number: 0, model: merge, label: info?.label ?? model, provider, simulated: info?.simulated ?? false },
  ]
}
