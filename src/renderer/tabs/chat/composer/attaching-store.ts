import { createStore } from 'zustand/vanilla'

/** A file on its way to the core. `share`: of it that was read, 0 … 1; null once it is being saved. */
export type Attaching = { readonly id: string; readonly name: string; readonly share: number | null; readonly stop: () => void }

/** Files on their way, by tab; they outlive the tab's DOM. */
export const attachingStore = createStore<ReadonlyMap<string, readonly Attaching[]>>(() => new Map())

const KEPT = 'tutti-attaching'

/** Names of files, by tab, that were on their way when the page was loaded anew. Told once. */
const lost = new Map<string, readonly string[]>(readKept())

export function changeAttaching(tabId: string, change: (files: readonly Attaching[]) => readonly Attaching[]): void {
  attachingStore.setState((all) => new Map(all).set(tabId, change(all.get(tabId) ?? [])), true)
  const names = [...attachingStore.getState()].map(([tab, files]) => [tab, files.map((file) => file.name)] as const)
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(names.filter(([, files]) => files.length > 0)))
  } catch {
    // A page that may keep nothing cannot say afterwards what was lost.
  }
}

export function takeLost(tabId: string): readonly string[] {
  const names = lost.get(tabId) ?? []
  lost.delete(tabId)
  return names
}

function readKept(): [string, string[]][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')
    sessionStorage.removeItem(KEPT)
    if (!Array.isArray(kept)) return []
    return kept.flatMap((entry: unknown): [string, string[]][] => {
      const [tab, names]: unknown[] = Array.isArray(entry) ? entry : []
      return typeof tab === 'string' && Array.isArray(names) ? [[tab, names.map(String)]] : []
    })
  } catch {
    return []
  }
}
