import { Plus } from 'lucide-react'
import { type SyntheticEvent, useId, useState } from 'react'
import { ModelRef } from '../../../../shared/ids.ts'
import type { ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Popover } from '../../../components/popover.tsx'
import { Select } from '../../../components/select.tsx'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'
import { FieldError } from '../fields/field-error.tsx'

const t = m.settings.models

type AddModelProps = { readonly providers: readonly ProviderView[]; readonly chosen: string | null }

/** A model by its id, where the vendor's list does not name it. */
export function AddModel({ providers, chosen }: AddModelProps) {
  const { client } = useSession()
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const [id, setId] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const errorId = useId()
  const provider = picked ?? chosen ?? providers[0]?.id ?? ''
  const ref = ModelRef.safeParse(`${provider}/${id.trim()}`)
  const error = id !== '' && !ref.success ? m.settings.fields.wrong(t.addId, id, t.idRemedy) : failure
  const add = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!ref.success) return
    try {
      await client.models.add({ ref: ref.data })
      setId('')
      setOpen(false)
    } catch (thrown) {
      setFailure(callError(thrown).message)
    }
  }
  return (
    <Popover
      title={t.add}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Plus size={14} aria-hidden />
          {t.add}
        </Button>
      }
    >
      <form onSubmit={add} className="mt-1 grid gap-2.5">
        <p className="text-12 text-pretty text-ink-2">{t.addNote}</p>
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-2">
          <Select
            label={t.chooseProvider}
            value={provider}
            options={providers.map((option) => ({ value: option.id, label: option.name }))}
            onChange={setPicked}
          />
          <div className="grid gap-1">
            <Field
              label={t.addId}
              placeholder={t.addIdHint}
              spellCheck={false}
              autoComplete="off"
              wrong={error !== null}
              aria-describedby={error === null ? undefined : errorId}
              value={id}
              onChange={(event) => {
                setId(event.target.value)
                setFailure(null)
              }}
            />
            <FieldError id={errorId} text={error} />
          </div>
          <Button type="submit" look="main" disabled={!ref.success}>
            {t.addDo}
          </Button>
        </div>
      </form>
    </Popover>
  )
}
