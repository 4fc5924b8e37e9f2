import { create } from 'zustand/react'

type Layout = {
  readonly listOpen: boolean
  readonly drawerOpen: boolean
  readonly setListOpen: (open: boolean) => void
  readonly setDrawerOpen: (open: boolean) => void
}

/** Which side places of the chat are open; the same for all its tabs. */
export const useLayout = create<Layout>((set) => ({
  listOpen: true,
  drawerOpen: false,
  setListOpen: (listOpen) => set({ listOpen }),
  // Beside each other on a common screen, list and drawer leave the members too little room.
  setDrawerOpen: (drawerOpen) => set(drawerOpen && window.innerWidth < 1600 ? { drawerOpen, listOpen: false } : { drawerOpen }),
}))
