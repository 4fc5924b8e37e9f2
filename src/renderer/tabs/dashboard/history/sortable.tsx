import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useState } from 'react'

export type Sorting = { readonly by: string; readonly down: boolean }

/** Which column a table is sorted by; a second click on a column turns it round. */
export function useSorting(first: string): Sorting & { readonly sort: (by: string) => void } {
  const [{ by, down }, set] = useState<Sorting>({ by: first, down: true })
  return { by, down, sort: (next) => set({ by: next, down: next === by ? !down : true }) }
}

/** Sorted by a value of each; what has none comes last either way. */
export function sorted<T>(items: readonly T[], value: (item: T) => number | string | null, down: boolean): T[] {
  return items.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    const order = typeof x === 'string' || typeof y === 'string' ? String(y).localeCompare(String(x)) : x - y
    return down ? -order : order
  })
}

type HeadProps = {
  readonly id: string
  readonly sorting: ReturnType<typeof useSorting>
  readonly children: ReactNode
  readonly className?: string
}

/** The head of a column that sorts. */
export function SortHead({ id, sorting: { by, down, sort }, children, className }: HeadProps) {
  const active = by === id
  return (
    <th scope="col" aria-sort={active ? (down ? 'descending' : 'ascending') : 'none'} className={className}>
      <button type="button" className="dashboard-sort" onClick={() => sort(id)}>
        {active && (down ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
        {children}
      </button>
    </th>
  )
}
