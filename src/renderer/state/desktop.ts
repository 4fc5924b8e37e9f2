/** What the preload of the desktop host puts into the page; a browser has none. */
export type DesktopBridge = {
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
