import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { z } from 'zod'

const TabId = z.string().min(1).max(80)
const Kept = z.array(TabId).max(20)
const MOST = 20

/** The windows that show one tab each. They are remembered, and there again after a start. */
export class TabWindows {
  readonly #file: string
  readonly #open: (fragment: string) => BrowserWindow
  readonly #windows = new Map<string, BrowserWindow>()
  #quitting = false

  /** `open`: makes a window at the page's address with this fragment. */
  constructor(home: string, open: (fragment: string) => BrowserWindow) {
    this.#file = join(home, 'tab-windows.json')
    this.#open = open
  }

  /** Brings the tab's window forward, or opens it. What is no tab's id is ignored. */
  show(tab: unknown): void {
    const id = TabId.safeParse(tab)
    if (!id.success) return
    const known = this.#windows.get(id.data)
    if (known) {
      if (known.isMinimized()) known.restore()
      known.focus()
      return
    }
    if (this.#windows.size >= MOST) return
    const window = this.#open(new URLSearchParams({ tab: id.data }).toString())
    this.#windows.set(id.data, window)
    window.on('closed', () => {
      this.#windows.delete(id.data)
      this.#keep()
    })
    this.#keep()
  }

  restore(): void {
    try {
      for (const id of Kept.parse(JSON.parse(readFileSync(this.#file, 'utf8')))) this.show(id)
    } catch {
      // No windows were kept, or nobody can read which.
    }
  }

  /** From here on a closing window is one that comes back. */
  quit(): void {
    this.#quitting = true
  }

  #keep(): void {
    if (this.#quitting) return
    try {
      writeFileSync(this.#file, JSON.stringify([...this.#windows.keys()]), { mode: 0o600 })
    } catch {
      // Which windows were open is not worth an error.
    }
  }
}
