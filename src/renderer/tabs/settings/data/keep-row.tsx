import { useState } from 'react'
import { formatNumber } from '../../../../shared/format.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { d } from './words.ts'

const CHOICES = [31, 90, 180, 365, 730]
const FOREVER = 'forever'

/** For how long conversations are kept. A shorter time asks first: what it deletes cannot be brought back. */
export function KeepRow() {
  const days = useApp((app) => app.settings.retentionDays)
  const changeSettings = useChangeSettings()
  const [asked, setAsked] = useState<number | null>(null)
  const choices = days === null || CHOICES.includes(days) ? CHOICES : [...CHOICES, days].toSorted((a, b) => a - b)
  const options = [
    { value: FOREVER, label: d.forever },
    ...choices.map((choice) => ({ value: String(choice), label: d.days(formatNumber(choice)) })),
  ]
  const choose = (value: string) => {
    const next = value === FOREVER ? null : Number(value)
    if (next !== null && (days === null || next < days)) setAsked(next)
    else changeSettings(() => ({ retentionDays: next }))
  }
  const confirm = () => {
    changeSettings(() => ({ retentionDays: asked }))
    setAsked(null)
  }
  return (
    <FormRow label={d.keep} note={d.keepNote}>
      <Select
        label={d.keep}
        value={days === null ? FOREVER : String(days)}
        options={options}
        onChange={choose}
        className="justify-self-start"
      />
      <Dialog
        open={asked !== null}
        title={d.keepTitle(formatNumber(asked ?? 0))}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{d.cancel}</Button>
            <Button look="main" onClick={confirm}>
              {d.keepConfirm}
            </Button>
          </>
        }
      >
        {d.keepBody}
      </Dialog>
    </FormRow>
  )
}
