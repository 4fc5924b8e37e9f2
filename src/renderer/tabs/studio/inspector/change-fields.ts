/** A changed whole; `of` names the field for undo. */
export type Change<T> = (value: T, of?: string) => void

/** What is wrong with a field, by the name that the check gives it. */
export type ProblemOf = (field: string) => string | null
