import { useSyncExternalStore } from 'react'

/** Whether the window is shown at all: what nobody sees is not read. */
export function useVisible(): boolean {
  return useSyncExternalStore(subscribe, () => !document.hidden)
}

function subscribe(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
