import { X } from 'lucide-react'
import { IconButton } from '../../../components/icon-button.tsx'
import { Select } from '../../../components/select.tsx'

type ChosenListProps = {
  readonly label: string
  readonly addLabel: string
  readonly removeLabel: (name: string) => string
  readonly chosen: readonly string[]
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[]
  readonly problem?: string | null
  readonly onChange: (chosen: string[]) => void
}

/** Some of several, in the order in which they were chosen; one that is no option any more stays until it is taken out. */
export function ChosenList({ label, addLabel, removeLabel, chosen, options, problem = null, onChange }: ChosenListProps) {
  const free = options.filter(({ value }) => !chosen.includes(value))
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value
  return (
    <div className="grid gap-1">
      <span className="text-12 font-medium text-ink-2">{label}</span>
      {chosen.map((value) => (
        <div key={value} className="flex items-center gap-2">
          <span className="min-w-0 truncate">{nameOf(value)}</span>
          <IconButton
            small
            className="ml-auto"
            label={removeLabel(nameOf(value))}
            onClick={() => onChange(chosen.filter((other) => other !== value))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      {problem !== null && <p className="text-12 text-bad">{problem}</p>}
      {free.length > 0 && (
        <Select
          label={addLabel}
          value=""
          options={[{ value: '', label: addLabel }, ...free]}
          onChange={(value) => value !== '' && onChange([...chosen, value])}
          className="w-full"
        />
      )}
    </div>
  )
}
