import { useStore } from 'zustand/react'
import { m } from '../app/messages.ts'
import { useSession } from '../state/use-session.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** Shows the host and the whole address before anything is opened. */
export function LinkDialog() {
  const { links } = useSession()
  const pending = useStore(links.store, (state) => state.pending)
  return (
    <Dialog
      open={pending !== null}
      title={m.common.linkTitle(pending?.host ?? '')}
      onClose={links.cancel}
      actions={
        <>
          <Button onClick={links.cancel}>{m.common.cancel}</Button>
          <Button look="main" onClick={links.open}>
            {m.common.linkOpen(pending?.host ?? '')}
          </Button>
        </>
      }
    >
      <p>{m.common.linkBody}</p>
      <p className="mt-2 font-mono text-12 text-ink">{pending?.url}</p>
    </Dialog>
  )
}
