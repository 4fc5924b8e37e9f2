import { Check, Loader, TriangleAlert } from 'lucide-react'
import { formatLatency } from '../../../../shared/format.ts'
import type { ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { clockTime } from './clock-time.ts'

const p = m.settings.providers

type ProviderStatusProps = { readonly provider: ProviderView; readonly busy: boolean; readonly error: string | null }

/** How the last test or listing of models went. */
export function ProviderStatus({ provider, busy, error }: ProviderStatusProps) {
  const { status } = provider
  if (busy) {
    return (
      <>
        <Loader size={14} aria-hidden />
        {p.asking(provider.name)}
      </>
    )
  }
  if (error !== null || status.state === 'failed') {
    return (
      <>
        <TriangleAlert size={14} aria-hidden className="self-start text-bad" />
        <span className="text-pretty text-bad wrap-anywhere">{error ?? status.text}</span>
      </>
    )
  }
  if (!provider.enabled) return p.off
  if (status.state !== 'ok') return restingText(provider)
  return (
    <>
      <Check size={14} aria-hidden className="text-ok" />
      <span className="tabular-nums">{answeredText(provider)}</span>
    </>
  )
}

function restingText(provider: ProviderView): string {
  if (provider.status.state === 'absent') return p.absentLong
  if (provider.key.state === 'none' && provider.kind === 'perplexity') return p.perplexity
  if (provider.key.state === 'none' && !provider.local) return ''
  return provider.status.text === '' ? p.untested : provider.status.text
}

function answeredText({ concurrency, local, status }: ProviderView): string {
  if (local) return p.found(concurrency)
  if (status.latencyMs === null || status.at === null) return status.text
  return p.answered(formatLatency(status.latencyMs), clockTime(status.at, Date.now()))
}
