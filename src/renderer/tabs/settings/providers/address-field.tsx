import { useId } from 'react'
import type { ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { FieldError } from '../fields/field-error.tsx'
import { useTextDraft } from '../fields/use-text-draft.ts'
import { readAddress } from './read-address.ts'
import type { ProviderCalls } from './use-provider-calls.ts'

const p = m.settings.providers
/** What Reset goes back to; an endpoint of the user's own has nothing to go back to. */
const shippedUrl = (provider: ProviderView) => provider.shippedUrl ?? null
const show = (address: string | null) => address ?? ''

type AddressFieldProps = { readonly provider: ProviderView; readonly calls: ProviderCalls }

/** The base address; empty is the vendor's own. A new address is tested at once where it can be. */
export function AddressField({ provider, calls }: AddressFieldProps) {
  const errorId = useId()
  const { props, error } = useTextDraft<string | null>({
    saved: provider.baseUrl,
    show,
    read: (text) => readAddress(p.address, text),
    commit: (baseUrl) => calls.changeAddress(baseUrl ?? shippedUrl(provider)),
  })
  return (
    <>
      <span aria-hidden className="label self-start pt-1">
        {p.address}
      </span>
      <div className="grid min-w-0 gap-1">
        <Field
          label={p.addressOf(provider.name)}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={provider.kind === 'compatible' ? p.addressHint : p.vendorAddress}
          wrong={error !== null}
          aria-describedby={error === null ? undefined : errorId}
          {...props}
        />
        <FieldError id={errorId} text={error} />
      </div>
      <Button
        look="bare"
        className="self-start"
        disabled={provider.shippedUrl === undefined || provider.baseUrl === shippedUrl(provider)}
        onClick={() => calls.changeAddress(shippedUrl(provider))}
      >
        {p.reset}
      </Button>
    </>
  )
}
