import { useCallback } from 'react'
import { ModelRef, splitModelRef } from '../../../shared/ids.ts'
import { m } from '../../app/messages.ts'
import { useApp } from '../../state/use-session.ts'
import { w } from './words.ts'

export type ModelName = { readonly label: string; readonly provider: string }

/** What a model and its provider are called; of one that is gone, the vendor's own id. */
export function useModelName(): (ref: string) => ModelName {
  const models = useApp((app) => app.models)
  const providers = useApp((app) => app.providers)
  return useCallback(
    (ref) => {
      const parsed = ModelRef.safeParse(ref)
      const info = models.find((model) => model.ref === ref)
      const id = parsed.success ? splitModelRef(parsed.data) : { provider: '', model: ref }
      const provider = providers.find((known) => known.id === id.provider)
      const where = info?.simulated ? m.common.demo : provider?.local ? w.thisComputer : (provider?.name ?? id.provider)
      return { label: info?.label ?? id.model, provider: where }
    },
    [models, providers],
  )
}
