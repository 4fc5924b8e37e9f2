import { useState } from 'react'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Field } from '../../../components/field.tsx'
import { w } from '../words.ts'

type GroupNameDialogProps = {
  readonly title: string
  readonly name: string
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Asks for the name of a group. */
export function GroupNameDialog({ title, name: before, onName, onClose }: GroupNameDialogProps) {
  const [name, setName] = useState(before)
  const save = () => {
    if (name.trim() === '') return
    onName(name.trim())
    onClose()
  }
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.common.cancel}</Button>
          <Button look="main" disabled={name.trim() === ''} onClick={save}>
            {w.save}
          </Button>
        </>
      }
    >
      <Field
        label={w.groupName}
        placeholder={w.groupPlaceholder}
        value={name}
        maxLength={60}
        autoFocus
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && save()}
      />
    </Dialog>
  )
}
