import { createStore, type StoreApi } from 'zustand/vanilla'

/** Undo is offered for this long. */
export const TOAST_MS = 10_000

export type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'bad'
  readonly action: { readonly label: string; readonly run: () => void } | null
}
export type Toasts = {
  readonly store: StoreApi<readonly Toast[]>
  readonly say: (text: string, action?: Toast['action'], tone?: Toast['tone']) => void
  readonly dismiss: (id: number) => void
}

/** Short messages at the foot of the window, at most three. */
export function createToasts(): Toasts {
  const store = createStore<readonly Toast[]>(() => [])
  let last = 0
  const dismiss = (id: number) => store.setState((toasts) => toasts.filter((toast) => toast.id !== id), true)
  return {
    store,
    dismiss,
    say: (text, action = null, tone = 'plain') => {
      last += 1
      const id = last
      store.setState((toasts) => [...toasts.slice(-2), { id, text, tone, action }], true)
      setTimeout(() => dismiss(id), TOAST_MS)
    },
  }
}
