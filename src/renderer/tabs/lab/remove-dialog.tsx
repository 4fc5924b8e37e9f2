import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { w } from './words.ts'

type RemoveDialogProps = { readonly name: string; readonly body: string; readonly onRemove: () => void; readonly onClose: () => void }

/** Asks before what cannot be undone. */
export function RemoveDialog({ name, body, onRemove, onClose }: RemoveDialogProps) {
  return (
    <Dialog
      open
      title={w.removeTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.common.cancel}</Button>
          <Button
            look="strong"
            onClick={() => {
              onRemove()
              onClose()
            }}
          >
            {w.remove}
          </Button>
        </>
      }
    >
      {body}
    </Dialog>
  )
}
