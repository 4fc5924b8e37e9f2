import { LimitScope } from './budget.ts'

/** Where a person's answer about a limit stands in the journal: below the call, once an amount. */
export function limitPath(callPath: string, scope: LimitScope, neededMicros: number): string {
  return `${callPath}/limit:${scope}/${neededMicros}`
}

/** The limit that an effect's path speaks of, or null where it is another effect. */
export function limitOf(path: string): LimitScope | null {
  const scope = /\/limit:([a-z]+)\/\d+$/.exec(path)?.[1]
  const known = LimitScope.safeParse(scope)
  return known.success ? known.data : null
}
