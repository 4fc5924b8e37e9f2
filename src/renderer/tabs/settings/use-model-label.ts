import { useCallback } from 'react'
import type { ModelRef } from '../../../shared/ids.ts'
import { useApp } from '../../state/use-session.ts'

/** The name of a model; its own id where the catalogue does not know it. */
export function useModelLabel(): (ref: ModelRef) => string {
  const models = useApp((app) => app.models)
  return useCallback((ref) => models.find((model) => model.ref === ref)?.label ?? ref.slice(ref.indexOf('/') + 1), [models])
}
