import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Field } from '../../../components/field.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { d } from './words.ts'

/** The same in every language: the core asks for it, too. */
const WORD = 'DELETE'

/** Deletes everything that was asked and answered, after the word was typed. */
export function DeleteAll({ onDelete }: { readonly onDelete: () => void }) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const close = () => {
    setOpen(false)
    setTyped('')
  }
  const sure = typed.trim() === WORD
  const confirm = () => {
    if (!sure) return
    close()
    onDelete()
  }
  return (
    <FormRow label={d.deleteRow} note={d.deleteNote}>
      <Button className="justify-self-start text-bad!" onClick={() => setOpen(true)}>
        <Trash2 size={14} aria-hidden />
        {d.deleteButton}
      </Button>
      <Dialog
        open={open}
        title={d.deleteTitle}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{d.cancel}</Button>
            <Button look="main" disabled={!sure} onClick={confirm}>
              {d.deleteConfirm}
            </Button>
          </>
        }
      >
        <p className="mb-3">{d.deleteBody}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            confirm()
          }}
        >
          <span aria-hidden className="mb-1 block text-12">
            {d.deleteType(WORD)}
          </span>
          <Field
            label={d.deleteType(WORD)}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      </Dialog>
    </FormRow>
  )
}
