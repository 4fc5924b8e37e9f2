import { createStore, type StoreApi } from 'zustand/vanilla'

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/** An address that may be offered to the user, or null: script, data and file addresses are never opened. */
export function linkTarget(href: string): { readonly url: string; readonly host: string } | null {
  try {
    const url = new URL(href)
    if (!ALLOWED.has(url.protocol)) return null
    return { url: url.href, host: url.protocol === 'mailto:' ? url.pathname : url.host }
  } catch {
    return null
  }
}

export type PendingLink = { readonly url: string; readonly host: string }

/**
 * The one gate for every link of a model, tool or page: the host is shown before anything is opened. In a browser the page
 * asks; the desktop asks in a dialog that the page cannot draw over.
 */
export type LinkGate = {
  readonly store: StoreApi<{ readonly pending: PendingLink | null }>
  readonly ask: (href: string) => void
  readonly cancel: () => void
  readonly open: () => void
}

export function createLinkGate(): LinkGate {
  const store = createStore<{ readonly pending: PendingLink | null }>(() => ({ pending: null }))
  const cancel = () => store.setState({ pending: null })
  return {
    store,
    cancel,
    ask: (href) => {
      const pending = linkTarget(href)
      if (pending && window.desktop) window.desktop.openExternal(pending.url)
      else store.setState({ pending })
    },
    open: () => {
      const { pending } = store.getState()
      cancel()
      if (pending) window.open(pending.url, '_blank', 'noopener,noreferrer')
    },
  }
}
