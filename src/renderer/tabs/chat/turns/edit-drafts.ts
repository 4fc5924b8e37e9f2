import { useStore } from 'zustand/react'
import { createStore } from 'zustand/vanilla'
import type { MessageId } from '../../../../shared/ids.ts'

const store = createStore<ReadonlyMap<MessageId, string>>(() => new Map())

/** Questions that are being edited; they outlive the tab's DOM. */
export const editDrafts = {
  start: (id: MessageId, text: string) => store.setState((drafts) => new Map(drafts).set(id, text), true),
  change: (id: MessageId, text: string) => store.setState((drafts) => new Map(drafts).set(id, text), true),
  end: (id: MessageId) => store.setState((drafts) => new Map([...drafts].filter(([known]) => known !== id)), true),
}

export function useEditDraft(id: MessageId): string | undefined {
  return useStore(store, (drafts) => drafts.get(id))
}
