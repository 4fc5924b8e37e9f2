import type { ModelInfo } from '../../../../shared/model.ts'

/** Models of one provider (null: of all) whose name or id contains every word of the query; simulated ones come last. */
export function findModels(models: readonly ModelInfo[], provider: string | null, query: string): ModelInfo[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = models.filter((model) => {
    if (provider !== null && model.provider !== provider) return false
    const text = `${model.label} ${model.ref}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return found.toSorted((a, b) => Number(a.simulated) - Number(b.simulated))
}
