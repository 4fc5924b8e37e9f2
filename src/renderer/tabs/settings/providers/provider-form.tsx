import { ChevronUp } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Provider, type ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Switch } from '../../../components/switch.tsx'
import { DraftField } from '../fields/draft-field.tsx'
import { readNumber } from '../fields/number-reading.ts'
import { w } from '../words.ts'
import { AddressField } from './address-field.tsx'
import { KeyInput } from './key-input.tsx'
import { ProviderStatus } from './provider-status.tsx'
import { RateFields } from './rate-fields.tsx'
import { RemoveKeyDialog } from './remove-key-dialog.tsx'
import type { ProviderCalls } from './use-provider-calls.ts'

const p = m.settings.providers
const DOTS = '•'.repeat(28)
/** Entries that ship with Tutti stay. */
const isOwn = (provider: ProviderView) => provider.shippedUrl === undefined

type ProviderFormProps = { readonly provider: ProviderView; readonly calls: ProviderCalls; readonly onClose: () => void }

/** A provider's key, address and limits. */
export function ProviderForm({ provider, calls, onClose }: ProviderFormProps) {
  const form = useRef<HTMLElement>(null)
  const titleId = useId()
  const [asking, setAsking] = useState(false)
  const { name, key, status } = provider
  const hasOwnKey = key.state === 'vault' || key.state === 'memory'
  // Whoever opened it wants to fill in its first field.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <section
      ref={form}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        // Keys of the dialog arrive here too, though it stands elsewhere.
        if (event.key === 'Escape' && !event.defaultPrevented && form.current?.contains(document.activeElement)) onClose()
      }}
      className="grid gap-2.5 rounded-[inherit] bg-[color-mix(in_oklch,var(--color-sheet),var(--color-paper)_60%)] pt-3 pr-2.5 pb-4 pl-4.5 @max-[44rem]:pl-3"
    >
      <div className="flex items-center gap-4">
        <h3 id={titleId} className="min-w-36 font-semibold">
          {name}
        </h3>
        <div role="status" className="flex min-w-0 items-center gap-1.5 text-12 text-ink-2">
          {(calls.busy || provider.local || status.state === 'ok') && (
            <ProviderStatus provider={provider} busy={calls.busy} error={provider.local ? calls.error : null} />
          )}
        </div>
        <span className="ml-auto" />
        <IconButton
          label={p.close(name)}
          aria-expanded
          onClick={onClose}
          className="aria-expanded:bg-transparent! aria-expanded:text-ink-2!"
        >
          <ChevronUp size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="grid grid-cols-[10.25rem_minmax(0,1fr)_5.25rem] items-center gap-x-4 gap-y-2 pr-2 @max-[44rem]:grid-cols-[minmax(0,1fr)_5.25rem] [&>.label]:text-ink-2 @max-[44rem]:[&>.label]:col-span-full">
        {!provider.local && (
          <>
            <span aria-hidden className="label self-start pt-1">
              {p.key}
            </span>
            <KeyInput
              label={p.keyOf(name)}
              placeholder={key.ending === null ? p.keyHint : `${DOTS}${key.ending}`}
              kept={key.ending !== null}
              submit={p.saveKey}
              rest={{ label: p.test, run: () => void calls.test() }}
              busy={calls.busy}
              error={calls.error ?? (status.state === 'failed' ? status.text : null)}
              onKey={calls.setKey}
            />
          </>
        )}
        {key.state === 'environment' && (
          <p className="col-start-2 -mt-0.5 text-12 text-ink-2 @max-[44rem]:col-start-1 @max-[44rem]:col-span-full">
            {p.keyEnvironmentHint}
          </p>
        )}
        <AddressField provider={provider} calls={calls} />
        <span aria-hidden className="label">
          {p.concurrency}
        </span>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <div className="w-17">
            <DraftField
              label={p.concurrencyOf(name)}
              inputMode="numeric"
              className="text-right tabular-nums"
              saved={provider.concurrency}
              show={String}
              read={(text) => readNumber(p.concurrency, text, Provider.shape.concurrency)}
              commit={(concurrency) => void calls.change({ concurrency })}
            />
          </div>
          <span className="text-12 text-ink-2">{p.concurrencyNote}</span>
          <span className="ml-auto" />
          {hasOwnKey && (
            <Button look="bare" small disabled={calls.busy} onClick={() => setAsking(true)}>
              {p.removeKey}
            </Button>
          )}
          {isOwn(provider) && (
            <Button
              look="bare"
              small
              disabled={calls.busy}
              onClick={() => void calls.remove({ text: hasOwnKey ? p.removedWithKey(name) : p.removed(name), label: m.common.undo })}
            >
              {p.removeProvider}
            </Button>
          )}
        </div>
        <div className="flex items-center justify-center gap-2">
          <Switch label={p.asksModels(name)} checked={provider.enabled} onChange={(enabled) => void calls.change({ enabled })} />
          <span aria-hidden className="text-12 text-ink-2">
            {provider.enabled ? p.on : p.offWord}
          </span>
        </div>
        <span aria-hidden className="label">
          {w.providers.perMinute}
        </span>
        <RateFields provider={provider} calls={calls} />
      </div>
      <RemoveKeyDialog
        open={asking}
        name={name}
        onClose={() => setAsking(false)}
        onRemove={() => {
          setAsking(false)
          void calls.removeKey()
        }}
      />
    </section>
  )
}
