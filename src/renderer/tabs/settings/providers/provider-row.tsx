import { Ellipsis, Plus } from 'lucide-react'
import type { ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { usePlace } from '../use-place.ts'
import { KeyState } from './key-state.tsx'
import { needsKey } from './needs-key.ts'
import { ProviderStatus } from './provider-status.tsx'
import type { ProviderCalls } from './use-provider-calls.ts'

const p = m.settings.providers

type ProviderRowProps = { readonly provider: ProviderView; readonly calls: ProviderCalls; readonly onOpen: () => void }

/** Name, key, how it answered, how many of its models are on. */
export function ProviderRow({ provider, calls, onOpen }: ProviderRowProps) {
  const { go } = usePlace()
  const { models } = provider
  return (
    <div className="relative grid min-h-13 grid-cols-[10.25rem_11rem_minmax(0,1fr)_7rem_1.75rem] items-center gap-x-4 gap-y-0.5 py-2 pr-2.5 pl-4.5 hover:bg-hover @max-[44rem]:grid-cols-[minmax(0,1fr)_auto_1.75rem] @max-[44rem]:pl-3">
      <h3 className="font-semibold">
        <button
          type="button"
          aria-expanded={false}
          aria-label={p.open(provider.name)}
          onClick={onOpen}
          className="cursor-default text-left after:absolute after:inset-0 after:content-['']"
        >
          {provider.name}
        </button>
      </h3>
      <div className="min-w-0 @max-[44rem]:col-start-1 @max-[44rem]:row-start-2">
        <KeyState provider={provider} />
      </div>
      <div
        role="status"
        className="flex min-w-0 items-center gap-1.5 text-12 text-ink-2 @max-[44rem]:col-span-full @max-[44rem]:row-start-3"
      >
        <ProviderStatus provider={provider} busy={calls.busy} error={calls.error} />
      </div>
      <span className="figures text-ink-2 @max-[44rem]:col-start-2 @max-[44rem]:row-start-1">
        {models.total > 0 && p.models(models.enabled, models.total)}
      </span>
      <div className="relative @max-[44rem]:col-start-3 @max-[44rem]:row-start-1">
        {needsKey(provider) ? (
          <IconButton label={p.addKey(provider.name)} onClick={onOpen}>
            <Plus size={16} aria-hidden />
          </IconButton>
        ) : (
          <Menu
            label={p.more(provider.name)}
            align="end"
            trigger={
              <IconButton label={p.more(provider.name)}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
            groups={[
              {
                id: 'do',
                entries: [
                  { id: 'edit', label: p.edit, onSelect: onOpen },
                  { id: 'test', label: p.test, disabled: calls.busy, onSelect: () => void calls.test() },
                  { id: 'models', label: p.showModels, onSelect: () => go('models', provider.id) },
                ],
              },
              {
                id: 'state',
                entries: [
                  {
                    id: 'on',
                    label: provider.enabled ? p.turnOff : p.turnOn,
                    onSelect: () => void calls.change({ enabled: !provider.enabled }),
                  },
                ],
              },
            ]}
          />
        )}
      </div>
    </div>
  )
}
