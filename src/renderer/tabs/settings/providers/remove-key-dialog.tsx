import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'

const p = m.settings.providers

type RemoveKeyDialogProps = {
  readonly open: boolean
  readonly name: string
  readonly onClose: () => void
  readonly onRemove: () => void
}

/** Asks, because a key that is forgotten cannot be brought back. */
export function RemoveKeyDialog({ open, name, onClose, onRemove }: RemoveKeyDialogProps) {
  return (
    <Dialog
      open={open}
      title={p.removeKeyTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.common.cancel}</Button>
          <Button look="main" onClick={onRemove}>
            {p.removeKey}
          </Button>
        </>
      }
    >
      {p.removeKeyBody(name)}
    </Dialog>
  )
}
