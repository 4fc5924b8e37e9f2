import { TriangleAlert, UserRound } from 'lucide-react'
import type { TabState } from '../tabs/tab-kind.ts'
import { m } from './messages.ts'

/** Beside a tab's title: a dot while its run goes on, a person where it waits for you, a triangle where it failed. */
export function TabStateMark({ state }: { readonly state: TabState }) {
  if (state === 'quiet') return null
  const word = m.shell.tabStates[state]
  return (
    <span role="img" aria-label={word} title={word} className="grid flex-none place-items-center">
      {state === 'running' && <i aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />}
      {state === 'waiting' && <UserRound size={14} aria-hidden className="text-warn" />}
      {state === 'failed' && <TriangleAlert size={14} aria-hidden className="text-bad" />}
    </span>
  )
}
