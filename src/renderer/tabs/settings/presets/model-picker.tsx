import { Search } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import type { ModelRef } from '../../../../shared/ids.ts'
import { m } from '../../../app/messages.ts'
import { Field } from '../../../components/field.tsx'
import { Popover } from '../../../components/popover.tsx'
import { useApp } from '../../../state/use-session.ts'
import { findModels } from '../models/find-models.ts'
import { stepFocus } from '../step-focus.ts'

const t = m.settings.presets
/** More than this nobody reads; the search narrows it. */
const MOST_SHOWN = 100

type ModelPickerProps = {
  readonly title: string
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly without?: readonly ModelRef[]
  readonly onPick: (ref: ModelRef) => void
}

/** The models that are on, found by their words. */
export function ModelPicker({ title, trigger, without = [], onPick }: ModelPickerProps) {
  const models = useApp((app) => app.models)
  const providers = useApp((app) => app.providers)
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const on = models.filter((model) => model.enabled && !without.includes(model.ref))
  const shown = findModels(on, null, query).slice(0, MOST_SHOWN)
  const pick = (ref: ModelRef) => {
    setOpen(false)
    onPick(ref)
  }
  return (
    <Popover
      title={title}
      trigger={trigger}
      align="start"
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setQuery('')
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from the field to the choices, which are buttons. */}
      <div onKeyDown={stepFocus} className="mt-2 grid gap-2">
        <Field
          label={t.searchModels}
          placeholder={t.searchModels}
          type="search"
          before={<Search size={14} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            const [first] = shown
            if (event.key === 'Enter' && first) pick(first.ref)
          }}
        />
        <ul className="-mx-2 max-h-72 overflow-y-auto">
          {shown.map((model) => (
            <li key={model.ref}>
              <button
                type="button"
                onClick={() => pick(model.ref)}
                className="flex min-h-7 w-full cursor-default items-center gap-3 rounded-control px-2 text-left hover:bg-hover"
              >
                <span className="truncate">{model.label}</span>
                <span className="ml-auto flex-none text-12 text-ink-3">{model.simulated ? m.common.demo : nameOf(model.provider)}</span>
              </button>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p className="text-ink-2">{t.noModels}</p>}
      </div>
    </Popover>
  )
}
