import { useState } from 'react'
import { m } from '../../../app/messages.ts'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'
import { KeyInput } from './key-input.tsx'

const p = m.settings.providers

/** A key whose vendor the core finds out by its form. */
export function PasteKey({ onRecognised }: { readonly onRecognised: (id: string) => void }) {
  const { client } = useSession()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async (key: string) => {
    setBusy(true)
    setError(null)
    try {
      const provider = await client.providers.setKey({ key })
      onRecognised(provider.id)
    } catch (thrown) {
      setError(callError(thrown).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_4.5rem] gap-x-2">
      <KeyInput label={p.paste} placeholder={p.paste} submit={p.addPasted} busy={busy} error={error} onKey={send} />
      <p className="col-span-full mt-1.5 text-12 text-pretty text-ink-2">{p.pasteNote}</p>
    </div>
  )
}
