import type { ProviderView } from '../../../../shared/settings.ts'
import { usePlace } from '../use-place.ts'
import { ProviderForm } from './provider-form.tsx'
import { ProviderRow } from './provider-row.tsx'
import { useProviderCalls } from './use-provider-calls.ts'

/** A provider as a row, or opened as a form. */
export function ProviderItem({ provider }: { readonly provider: ProviderView }) {
  const { section, item, go } = usePlace()
  const calls = useProviderCalls(provider)
  const open = section === 'providers' && item === provider.id
  return (
    <li className="border-t border-line first:border-t-0">
      {open ? (
        <ProviderForm provider={provider} calls={calls} onClose={() => go('providers')} />
      ) : (
        <ProviderRow provider={provider} calls={calls} onOpen={() => go('providers', provider.id)} />
      )}
    </li>
  )
}
