import { KeyRound } from 'lucide-react'
import type { ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'

const p = m.settings.providers

/** Whether there is a key, and how it ends. */
export function KeyState({ provider }: { readonly provider: ProviderView }) {
  const text = keyStateText(provider)
  if (provider.key.state === 'none') return <span className="text-ink-3">{text}</span>
  return (
    <span className="flex min-w-0 items-center gap-1.5 tabular-nums">
      <KeyRound size={14} aria-hidden className="text-ink-3" />
      <span className="min-w-0 truncate" title={text}>
        {text}
      </span>
    </span>
  )
}

function keyStateText({ key, local }: ProviderView): string {
  switch (key.state) {
    case 'vault':
    case 'memory':
      return p.endsIn(key.ending ?? '')
    case 'environment':
      return key.ending === null ? p.fromEnvironment : p.environmentKey(key.ending)
    default:
      return local ? p.local : p.noKey
  }
}
