/** What the preload of the desktop host puts into the page; a browser has none. */
export type DesktopBridge = {
  /** Asks in a dialog of its own, which shows the host, before it opens anything. */
  readonly openExternal: (url: string) => void
  /** Opens a window for one tab, or brings forward the one that there is. */
  readonly openTab: (tabId: string) => void
  /** The language of the native menus. */
  readonly speak: (language: string) => void
  /** Called with the id of a command that was chosen in a native menu. */
  readonly onCommand: (listener: (id: string) => void) => void
}

declare global {
  interface Window {
    readonly desktop?: DesktopBridge
  }
}

export function desktopBridge(): DesktopBridge | undefined {
  return window.desktop
}
