import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Popover } from '../../../components/popover.tsx'
import { usePlace } from '../use-place.ts'
import { EndpointForm } from './endpoint-form.tsx'
import { PasteKey } from './paste-key.tsx'

const p = m.settings.providers

type AddProviderProps = { readonly offered: readonly ProviderView[]; readonly taken: readonly ProviderView[] }

/** Three ways to a provider: paste its key, choose a known one, or give the address of an endpoint. */
export function AddProvider({ offered, taken }: AddProviderProps) {
  const { go } = usePlace()
  const [open, setOpen] = useState(false)
  const [endpoint, setEndpoint] = useState(false)
  const choose = (id: string) => {
    setOpen(false)
    go('providers', id)
  }
  return (
    <Popover
      title={p.add}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setEndpoint(false)
      }}
      trigger={
        <Button>
          <Plus size={14} aria-hidden />
          {p.add}
        </Button>
      }
    >
      {endpoint ? (
        <EndpointForm taken={taken} onAdded={choose} onBack={() => setEndpoint(false)} />
      ) : (
        <div className="mt-2 grid gap-3">
          <PasteKey onRecognised={choose} />
          <div className="-mx-2 grid border-t border-line pt-2">
            {offered.map((provider) => (
              <Choice
                key={provider.id}
                name={provider.name}
                note={provider.local ? p.absent : hostOf(provider.baseUrl)}
                onChoose={() => choose(provider.id)}
              />
            ))}
            <Choice name={p.endpoint} note="" onChoose={() => setEndpoint(true)} />
          </div>
        </div>
      )}
    </Popover>
  )
}

type ChoiceProps = { readonly name: string; readonly note: string; readonly onChoose: () => void }

function Choice({ name, note, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-7 cursor-default items-center gap-3 rounded-control px-2 text-left hover:bg-hover"
    >
      <span className="font-medium">{name}</span>
      <span className="ml-auto truncate text-12 text-ink-3">{note}</span>
    </button>
  )
}

function hostOf(address: string | null): string {
  return address !== null && URL.canParse(address) ? new URL(address).host : ''
}
