import type { ModelInfo } from '../../../../shared/model.ts'
import type { ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'

export type ModelProvider = { readonly id: string; readonly name: string; readonly on: number; readonly total: number }

/** The providers that have models, in the order of the models, with how many of them are on. */
export function modelProviders(models: readonly ModelInfo[], providers: readonly ProviderView[]): ModelProvider[] {
  const names = new Map<string, string>(providers.map((provider) => [provider.id, provider.name]))
  return [...new Set(models.map((model) => model.provider))].map((id) => {
    const own = models.filter((model) => model.provider === id)
    const simulated = own.every((model) => model.simulated)
    return {
      id,
      name: names.get(id) ?? (simulated ? m.settings.models.demoProvider : id),
      on: own.filter((model) => model.enabled).length,
      total: own.length,
    }
  })
}
