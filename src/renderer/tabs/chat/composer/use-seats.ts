import type { ModelRef } from '../../../../shared/ids.ts'
import type { PresetView } from '../../../../shared/preset.ts'
import { useApp } from '../../../state/use-session.ts'
import { useModelLabel } from '../use-labels.ts'
import type { Reader } from './file-readers.ts'

/** The members of a preset as they would be asked: number, name, and what each can take. */
export function useSeats(preset: PresetView | undefined): (Reader & { readonly model: ModelRef })[] {
  const models = useApp((app) => app.models)
  const label = useModelLabel()
  return (preset?.asked ?? []).map((member, index) => ({
    id: member.id,
    number: index + 1,
    model: member.model,
    label: label(member.model),
    capabilities: models.find((model) => model.ref === member.model)?.capabilities ?? null,
  }))
}
