import { type SyntheticEvent, useId, useState } from 'react'
import type { ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Switch } from '../../../components/switch.tsx'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'
import { FieldError } from '../fields/field-error.tsx'
import { EMPTY_ENDPOINT, type EndpointDraft, idFrom, readEndpoint } from './endpoint-draft.ts'

const p = m.settings.providers

type EndpointFormProps = {
  readonly taken: readonly ProviderView[]
  readonly onAdded: (id: string) => void
  readonly onBack: () => void
}

/** Name, id and address of an endpoint that speaks OpenAI's chat completions. Its key is asked for in its row. */
export function EndpointForm({ taken, onAdded, onBack }: EndpointFormProps) {
  const { client } = useSession()
  const [draft, setDraft] = useState<EndpointDraft>(EMPTY_ENDPOINT)
  const [failure, setFailure] = useState<string | null>(null)
  const reading = readEndpoint(draft, taken)
  const change = (part: Partial<EndpointDraft>) => setDraft((before) => ({ ...before, ...part }))
  const add = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!reading.ok) return
    try {
      const { id } = await client.providers.save(reading.value)
      onAdded(id)
      // It lists the endpoint's models; how it went stands in the provider's row.
      void client.providers.test({ id }).catch(() => undefined)
    } catch (thrown) {
      setFailure(callError(thrown).message)
    }
  }
  return (
    <form onSubmit={add} className="mt-2 grid gap-2.5">
      <Line
        label={p.endpointName}
        placeholder={p.endpointNameHint}
        error={reading.errors.name}
        value={draft.name}
        onChange={(name) => change({ name, ...(draft.ownId ? {} : { id: idFrom(name) }) })}
      />
      <Line
        label={p.endpointId}
        placeholder={p.endpointIdHint}
        error={reading.errors.id}
        value={draft.id}
        onChange={(id) => change({ id, ownId: id !== '' })}
      />
      <Line
        label={p.endpointAddress}
        placeholder={p.addressHint}
        error={reading.errors.address}
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <div className="flex items-center gap-2.5">
        <Switch label={p.endpointLocal} checked={draft.local} onChange={(local) => change({ local })} />
        <span>{p.endpointLocal}</span>
        <span className="text-12 text-ink-2">{p.endpointLocalNote}</span>
      </div>
      <FieldError id="endpoint-failure" text={failure} />
      <div className="flex justify-end gap-2">
        <Button onClick={onBack}>{p.endpointBack}</Button>
        <Button type="submit" look="main" disabled={!reading.ok}>
          {p.addEndpoint}
        </Button>
      </div>
    </form>
  )
}

type LineProps = {
  readonly label: string
  readonly placeholder: string
  readonly error: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A field with its label and, once something stands in it, what is wrong with it. */
function Line({ label, placeholder, error, value, onChange }: LineProps) {
  const errorId = useId()
  const said = value === '' ? null : (error ?? null)
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1">
      <span aria-hidden className="text-ink-2">
        {label}
      </span>
      <Field
        label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        wrong={said !== null}
        aria-describedby={said === null ? undefined : errorId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldError id={errorId} text={said} className="col-start-2" />
    </div>
  )
}
