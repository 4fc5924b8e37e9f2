import { Provider, type ProviderView } from '../../../../shared/settings.ts'
import { DraftField } from '../fields/draft-field.tsx'
import { readNumber } from '../fields/number-reading.ts'
import { right } from '../fields/reading.ts'
import { w } from '../words.ts'
import type { ProviderCalls } from './use-provider-calls.ts'

const p = w.providers
const show = (limit: number | null) => (limit === null ? '' : String(limit))

type RateFieldsProps = { readonly provider: ProviderView; readonly calls: ProviderCalls }

/** What the user allows the account in a minute, besides what the vendor's answers say; empty: no limit of the user's. */
export function RateFields({ provider, calls }: RateFieldsProps) {
  const { name } = provider
  const { requestsPerMinute, tokensPerMinute } = Provider.shape
  return (
    <div className="col-span-2 flex flex-wrap items-start gap-x-3 gap-y-1 @max-[44rem]:col-span-full">
      <div className="w-28">
        <DraftField
          label={p.requestsOf(name)}
          inputMode="numeric"
          placeholder={p.noLimit}
          className="text-right tabular-nums"
          saved={provider.requestsPerMinute}
          show={show}
          read={(text) => readNumber<number | null>(p.requestsOf(name), text, requestsPerMinute.unwrap(), right(null))}
          commit={(limit) => void calls.change({ requestsPerMinute: limit })}
        />
      </div>
      <span className="mr-4 text-12 leading-7 text-ink-2">{p.requests}</span>
      <div className="w-28">
        <DraftField
          label={p.tokensOf(name)}
          inputMode="numeric"
          placeholder={p.noLimit}
          className="text-right tabular-nums"
          saved={provider.tokensPerMinute}
          show={show}
          read={(text) => readNumber<number | null>(p.tokensOf(name), text, tokensPerMinute.unwrap(), right(null))}
          commit={(limit) => void calls.change({ tokensPerMinute: limit })}
        />
      </div>
      <span className="text-12 leading-7 text-ink-2">{p.tokens}</span>
    </div>
  )
}
