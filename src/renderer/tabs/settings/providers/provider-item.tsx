import { useRef } from 'react'
import type { ProviderView } from '../../../../shared/settings.ts'
import { usePlace } from '../use-place.ts'
import { ProviderForm } from './provider-form.tsx'
import { ProviderRow } from './provider-row.tsx'
import { useProviderCalls } from './use-provider-calls.ts'

/** A provider as a row, or opened as a form. */
export function ProviderItem({ provider }: { readonly provider: ProviderView }) {
  const { section, item, go } = usePlace()
  const calls = useProviderCalls(provider)
  const row = useRef<HTMLLIElement>(null)
  const open = section === 'providers' && item === provider.id
  const close = () => {
    go('providers')
    // The form is gone by then, and the focus with it.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus())
  }
  return (
    <li ref={row} className="border-t border-line first:border-t-0">
      {open ? (
        <ProviderForm provider={provider} calls={calls} onClose={close} />
      ) : (
        <ProviderRow provider={provider} calls={calls} onOpen={() => go('providers', provider.id)} />
      )}
    </li>
  )
}
