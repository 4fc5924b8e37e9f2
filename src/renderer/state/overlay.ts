import { createStore, type StoreApi } from 'zustand/vanilla'

/** What lies over the window: the palette, the list of keys, the tour, or nothing. */
export type Overlay = 'palette' | 'keys' | 'tour' | null
export type OverlayStore = StoreApi<{ readonly shown: Overlay }> & { readonly show: (overlay: Overlay) => void }

export function createOverlay(): OverlayStore {
  const store = createStore<{ readonly shown: Overlay }>(() => ({ shown: null }))
  return { ...store, show: (shown) => store.setState({ shown }) }
}
