/** What the preload of the desktop host puts into the page; a browser has none. */
export type DesktopBridge = {
  /** Opens a window for one tab, or brings forward the one that there is. */
  readonly openTab: (tabId: string) => void
  /** Asks in a dialog of its own, which shows the host, before it opens anything. */ readonly openExternal: (url: string) => void
}

declare global {
  interface Window {
    readonly desktop?: DesktopBridge
  }
}

export function desktopBridge(): DesktopBridge | undefined {
  return window.desktop
}
