import type { ModelInfo } from '../../../shared/model.ts'
import { Member, type PresetStrategy, type TaskType } from '../../../shared/preset.ts'

/** Auto chooses among all that a preset may have. */
const MOST: Record<PresetStrategy, number> = { auto: 24, parallel: 5, sequential: 3, voting: 5, cascade: 3, expert: 3 }

/** What the demo members are asked for under the expert strategy, by their place. */
const DEMO_SPECIALITIES: readonly (readonly TaskType[])[] = [['chat'], ['facts'], ['math', 'reasoning']]

/** The members of a preset that names none: models that are on, of as many vendors as there are; the demo where nothing else is. */
export function automaticMembers(strategy: PresetStrategy, models: readonly ModelInfo[]): Member[] {
  const on = models.filter((model) => model.enabled)
  const real = on.filter((model) => !model.simulated)
  if (real.length === 0) return demoMembers(strategy, on)
  const chosen = vendorsInTurn(real).slice(0, MOST[strategy])
  return (strategy === 'cascade' ? chosen.toSorted(byPrice) : chosen).map((model, index) => seat(model, index))
}

function demoMembers(strategy: PresetStrategy, models: readonly ModelInfo[]): Member[] {
  return models.map((model, index) => ({
    ...seat(model, index),
    specialities: strategy === 'expert' ? [...(DEMO_SPECIALITIES[index] ?? [])] : [],
  }))
}

function seat(model: ModelInfo, index: number): Member {
  return Member.parse({ id: `m${index + 1}`, model: model.ref })
}

/** One model of each vendor, then the second of each, and so on. */
function vendorsInTurn(models: readonly ModelInfo[]): ModelInfo[] {
  const places = new Map<string, number>()
  const ranked = models.map((model) => {
    const place = places.get(model.provider) ?? 0
    places.set(model.provider, place + 1)
    return { model, place }
  })
  return ranked.toSorted((a, b) => a.place - b.place).map(({ model }) => model)
}

/** Cheap to dear by output price; models without a price come last, as they may cost anything. */
function byPrice(a: ModelInfo, b: ModelInfo): number {
  return (a.price?.outputPerMillion ?? Number.MAX_VALUE) - (b.price?.outputPerMillion ?? Number.MAX_VALUE)
}
