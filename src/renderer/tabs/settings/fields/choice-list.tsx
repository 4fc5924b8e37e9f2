import type { ReactNode } from 'react'

type ChoiceListProps<T extends string> = {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: ReactNode }[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: T[]) => void
}

/** Any of several words, each with a box; what is chosen keeps the order in which it was chosen. */
export function ChoiceList<T extends string>({ label, options, chosen, onChange }: ChoiceListProps<T>) {
  const toggle = (value: T, on: boolean) => onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value))
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-5 gap-y-1.5 pt-1">
      {options.map((option) => (
        <li key={option.value}>
          <label className="flex items-center gap-1.5">
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) => toggle(option.value, event.target.checked)}
              className="size-3.5 accent-accent"
            />
            {option.label}
            {option.hint !== undefined && <span className="text-12 text-ink-3">{option.hint}</span>}
          </label>
        </li>
      ))}
    </ul>
  )
}
