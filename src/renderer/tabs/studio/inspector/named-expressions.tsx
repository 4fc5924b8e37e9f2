import { Plus, X } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { w } from '../words.ts'
import { LiveField } from './live-field.tsx'
import { expression, needed } from './readings.ts'

type NamedExpressionsProps = {
  readonly title: string
  readonly note?: string
  readonly addLabel: string
  readonly values: Readonly<Record<string, string>>
  readonly problem: (name: string) => string | null
  /** `of` names what is changed, for undo. */
  readonly onChange: (values: Record<string, string>, of?: string) => void
}

/** Names, each with the expression that it stands for; in their order. */
export function NamedExpressions({ title, note, addLabel, values, problem, onChange }: NamedExpressionsProps) {
  const entries = Object.entries(values)
  const put = (place: number, entry: readonly [string, string], of: string) =>
    onChange(Object.fromEntries(entries.map((old, index) => (index === place ? entry : old))), of)
  return (
    <div className="grid gap-1.5">
      <div className="flex h-6 items-center">
        <h3 className="text-12 font-medium text-ink-2">{title}</h3>
        <Button small look="bare" className="ml-auto" onClick={() => onChange({ ...values, [freeName(values)]: 'input' })}>
          <Plus size={14} aria-hidden />
          {w.inspect.add}
          <span className="sr-only">: {addLabel}</span>
        </Button>
      </div>
      {entries.map(([name, text], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed; places do not.
        <div key={place} className="grid grid-cols-[5.5rem_minmax(0,1fr)_1.5rem] items-start gap-1.5">
          <LiveField
            bare
            label={`${title}: ${w.inspect.name} ${place + 1}`}
            value={name}
            show={needed.show}
            read={needed.read}
            onChange={(next) => (next in values ? undefined : put(place, [next, text], `${title} ${place} name`))}
          />
          <LiveField
            bare
            mono
            label={`${title}: ${name}`}
            value={text}
            {...expression}
            problem={problem(name)}
            onChange={(next) => put(place, [name, next], `${title} ${place}`)}
          />
          <IconButton
            small
            label={w.inspect.removeNamed(name)}
            onClick={() => onChange(Object.fromEntries(entries.filter(([other]) => other !== name)))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      {note !== undefined && entries.length === 0 && <p className="text-12 text-pretty text-ink-3">{note}</p>}
    </div>
  )
}

function freeName(values: Readonly<Record<string, string>>): string {
  const base = w.inspect.newName
  if (!(base in values)) return base
  for (let number = 2; ; number += 1) if (!(`${base}_${number}` in values)) return `${base}_${number}`
}
