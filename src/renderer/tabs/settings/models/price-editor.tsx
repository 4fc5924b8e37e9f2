import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import type { ModelInfo } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { useSession } from '../../../state/use-session.ts'
import { FieldError } from '../fields/field-error.tsx'
import { PRICE_FIELDS, PRICE_LABELS, priceDraft, readPrice, readPriceField } from './price-draft.ts'

const t = m.settings.models

type PriceEditorProps = { readonly model: ModelInfo; readonly onClose: () => void }

/** The user's own price of a model, and the way back to the list's. */
export function PriceEditor({ model, onClose }: PriceEditorProps) {
  const { client, attempt } = useSession()
  const [draft, setDraft] = useState(() => priceDraft(model.price))
  const [touched, setTouched] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const errorId = useId()
  useEffect(() => first.current?.focus(), [])
  const readings = PRICE_FIELDS.map((field) => ({ field, reading: readPriceField(field, draft[field]) }))
  const bad = touched ? readings.find(({ reading }) => !reading.ok) : undefined
  const error = bad && !bad.reading.ok ? bad.reading.error : null
  const price = readPrice(draft, new Date().toLocaleDateString('sv-SE'))
  const set = async (value: typeof price) => {
    if (await attempt(client.models.setPrice({ ref: model.ref, price: value }))) onClose()
  }
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    setTouched(true)
    if (price) void set(price)
  }
  return (
    <form
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="grid gap-2 pt-1 pr-3 pb-3 pl-15 @max-[44rem]:pl-3"
    >
      <div className="grid grid-cols-4 gap-3 @max-[36rem]:grid-cols-2">
        {PRICE_FIELDS.map((field, index) => (
          <div key={field} className="grid gap-1">
            <span aria-hidden className="text-12 text-ink-2">
              {PRICE_LABELS[field]}
            </span>
            <Field
              ref={index === 0 ? first : null}
              label={t.priceOf(PRICE_LABELS[field], model.label)}
              before="$"
              inputMode="decimal"
              autoComplete="off"
              placeholder={index < 2 ? '' : t.optional}
              className="text-right tabular-nums"
              wrong={touched && !readPriceField(field, draft[field]).ok}
              aria-describedby={error === null ? undefined : errorId}
              value={draft[field]}
              onChange={(event) => {
                setTouched(true)
                setDraft({ ...draft, [field]: event.target.value })
              }}
            />
          </div>
        ))}
      </div>
      <FieldError id={errorId} text={error} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 text-12 text-ink-2">{t.priceNote}</span>
        {model.price?.source === 'user' && (
          <Button look="bare" onClick={() => void set(null)}>
            {t.resetPrice}
          </Button>
        )}
        <Button onClick={onClose}>{m.common.cancel}</Button>
        <Button type="submit" look="main" disabled={price === null}>
          {t.savePrice}
        </Button>
      </div>
    </form>
  )
}
