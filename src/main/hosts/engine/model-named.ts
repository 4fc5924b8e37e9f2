import { TuttiError } from '../../../shared/errors.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import type { ModelInfo } from '../../../shared/model.ts'

/**
 * The model that a short name means: `provider/model`, a model's own id, or the beginning of one ("gpt-4" means "gpt-4o" where there is
 * no "gpt-4"); of several the first in the list. Throws `unknown-model` with the models there are.
 */
export function modelNamed(name: string, models: readonly ModelInfo[]): ModelRef {
  const found =
    models.find(({ ref }) => ref === name) ?? models.find(({ id }) => id === name) ?? models.find(({ id }) => id.startsWith(name))
  if (found) return found.ref
  const some = models.slice(0, 8).map(({ ref }) => ref)
  throw new TuttiError(
    'unknown-model',
    `There is no model “${name}”. There are ${some.join(', ')}${models.length > 8 ? ' and others' : ''}.`,
    {
      data: { model: name },
    },
  )
}
