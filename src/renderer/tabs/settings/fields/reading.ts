/** What was read from a field's text. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }

export function right<T>(value: T): Reading<T> {
  return { ok: true, value }
}

export function wrong<T>(error: string): Reading<T> {
  return { ok: false, error }
}
