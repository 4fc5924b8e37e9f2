import { applyTabChange } from '../../shared/apply-tab-change.ts'
import type { TabChange, Tabs } from '../../shared/tab.ts'
import { debounce } from './throttle.ts'

/** A draft is with the core at most this long after the last key, and half a second after the first. */
const QUIET_MS = 300
const MOST_MS = 500

type Batch = { readonly by: string; readonly changes: readonly TabChange[] }
export type SendBatch = (batch: Batch) => Promise<'taken' | 'refused'>

type TabSyncOptions = {
  /** Resolves once the core has applied it, or has refused it for good; a lost connection is for it to wait out. */
  readonly send: SendBatch
  readonly newId: () => string
  readonly show: (tabs: Tabs) => void
}

export type TabSync = {
  /** The core's strip, at first and after a gap. */
  readonly take: (tabs: Tabs) => void
  /** Changes that the core applied, this window's own among them. */
  readonly hear: (batch: { readonly by: string; readonly changes: readonly TabChange[] }) => void
  /** Shows changes at once and sends them: `later` once the typing rests. */
  readonly change: (changes: readonly TabChange[], later?: boolean) => void
  /** Sends what waits now. */
  readonly flush: () => void
  /** The core's strip with what it has not heard of yet; null before the first. */
  readonly current: () => Tabs | null
}

/**
 * One window's copy of the strip: what the core said, and above it the window's own changes until the core tells them back.
 * Batches go one at a time, so that they arrive in the order in which they were made.
 */
export function createTabSync({ send, newId, show }: TabSyncOptions): TabSync {
  let said: Tabs | null = null
  let waiting: TabChange[] = []
  let sent: readonly Batch[] = []
  let sending: Promise<unknown> = Promise.resolve()

  const current = () => {
    if (said === null) return null
    return [...sent.flatMap((batch) => batch.changes), ...waiting].reduce(applyTabChange, said)
  }
  const refresh = () => {
    const tabs = current()
    if (tabs) show(tabs)
  }
  const drop = (by: string) => {
    sent = sent.filter((batch) => batch.by !== by)
  }
  const post = () => {
    if (waiting.length === 0) return
    const batch = { by: newId(), changes: waiting }
    waiting = []
    sent = [...sent, batch]
    sending = sending.then(async () => {
      if ((await send(batch)) === 'taken') return
      drop(batch.by)
      refresh()
    })
  }
  const poster = debounce(post, QUIET_MS, MOST_MS)
  return {
    current,
    take: (tabs) => {
      said = tabs
      refresh()
    },
    hear: ({ by, changes }) => {
      if (said === null) return
      said = changes.reduce(applyTabChange, said)
      drop(by)
      refresh()
    },
    change: (changes, later = false) => {
      if (changes.length === 0) return
      for (const change of changes) waiting = merged(waiting, change)
      refresh()
      poster.request()
      if (!later) poster.flush()
    },
    flush: poster.flush,
  }
}

/** Keys of one draft, and scrolling in one tab, are one change. */
function merged(waiting: TabChange[], change: TabChange): TabChange[] {
  const last = waiting.at(-1)
  if (change.type === 'view' && last?.type === 'view') return [...waiting.slice(0, -1), change]
  if (change.type !== 'change' || last?.type !== 'change' || last.id !== change.id) return [...waiting, change]
  const unset = [...new Set([...last.unset, ...change.unset])].filter((key) => !(key in change.fields))
  return [...waiting.slice(0, -1), { ...change, fields: { ...last.fields, ...change.fields }, unset }]
}
