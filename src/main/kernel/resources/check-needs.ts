import { TuttiError } from '../../../shared/errors.ts'
import { Capacity } from './capacity.ts'
import type { Grant } from './grant.ts'
import type { Resource } from './resource.ts'
import type { Need } from './waiting-line.ts'

interface Asking {
  readonly label: string
  /** What the caller holds already. */
  readonly within: Grant | null
  readonly resource: (name: string) => Resource
  /** Whether a name comes after all others in the global order. */
  readonly comesLast: (name: string) => boolean
}

/**
 * Throws `invalid-input` for needs that can never be met, and for those that break the global order: who holds something may only ask
 * for what comes after it, so that no circle of waiting can form (docs/decisions/0009).
 */
export function checkNeeds(needs: readonly Need[], asking: Asking): void {
  const { label, within, resource } = asking
  const held = (within?.held() ?? []).filter(({ name }) => resource(name).held)
  const seen = new Set<string>()
  for (const { name, amount } of needs) {
    if (seen.has(name)) throw new TuttiError('invalid-input', `${label} names “${name}” twice. Add the amounts up.`)
    seen.add(name)
    const wanted = resource(name)
    if (wanted.held ? !(Number.isInteger(amount) && amount >= 1) : !(amount >= 0)) {
      throw new TuttiError('invalid-input', `${label} asks for ${amount} of “${name}”. Ask for a whole number from 1 on.`)
    }
    if (wanted instanceof Capacity && amount > wanted.limit) {
      throw new TuttiError('invalid-input', `${label} needs ${amount} of “${name}”, which has ${wanted.limit}. Ask for less.`)
    }
    const conflict = wanted.held ? held.find((other) => compare(other.name, name, asking.comesLast) >= 0) : undefined
    if (!conflict) continue
    throw new TuttiError(
      'invalid-input',
      conflict.name === name
        ? `${label} asks for “${name}” inside ${conflict.by}, which holds it already and would wait for itself. Ask for it once.`
        : `${label} asks for “${name}” inside ${conflict.by}, which holds “${conflict.name}”. Two that do so in different orders would wait for each other: ask for both at once.`,
    )
  }
}

/** The global order: by name, and after all others those that are asked for inside of work. */
function compare(a: string, b: string, comesLast: Asking['comesLast']): number {
  const rank = Number(comesLast(a)) - Number(comesLast(b))
  if (rank !== 0) return rank
  return a < b ? -1 : Number(a > b)
}
