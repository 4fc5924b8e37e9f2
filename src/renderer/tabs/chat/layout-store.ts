import { create } from 'zustand/react'
import { keepFolds, readFolds } from './kept-folds.ts'

/** What stands beside the conversation: why the answer, the branches as a tree, pinned answers. */
export type ChatDrawer = 'why' | 'branches' | 'pins'

type Layout = {
  readonly listOpen: boolean
  readonly drawer: ChatDrawer | null
  /** Names of groups of the list whose conversations are hidden. */
  readonly folded: ReadonlySet<string>
  readonly setListOpen: (open: boolean) => void
  readonly setDrawer: (drawer: ChatDrawer | null) => void
  /** Hides a group's conversations, or shows them again. */
  readonly fold: (group: string) => void
}

/** Which side places of the chat are open; the same for all its tabs. */
export const useLayout = create<Layout>((set) => ({
  listOpen: true,
  drawer: null,
  folded: readFolds(),
  setListOpen: (listOpen) => set({ listOpen }),
  // Beside each other on a common screen, list and drawer leave the members too little room.
  setDrawer: (drawer) => set(drawer !== null && window.innerWidth < 1600 ? { drawer, listOpen: false } : { drawer }),
  fold: (group) =>
    set((layout) => {
      const folded = new Set(layout.folded)
      if (!folded.delete(group)) folded.add(group)
      keepFolds(folded)
      return { folded }
    }),
}))
