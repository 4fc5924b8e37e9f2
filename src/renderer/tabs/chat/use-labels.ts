import type { ModelRef } from '../../../shared/ids.ts'
import { useApp } from '../../state/use-session.ts'

/** The name of a model as the catalogue has it; else the vendor's own id. */
export function useModelLabel(): (ref: ModelRef) => string {
  const models = useApp((app) => app.models)
  return (ref) => models.find((model) => model.ref === ref)?.label ?? ref.slice(ref.indexOf('/') + 1)
}
