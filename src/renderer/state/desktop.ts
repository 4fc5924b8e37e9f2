/** What the preload of the desktop host puts into the page; a browser has none. */
export type DesktopBridge = { readonly openExternal: (url: string) => Promise<unknown> | undefined }

declare global {
  interface Window {
    readonly desktop?: DesktopBridge
  }
}

export function desktopBridge(): DesktopBridge | undefined {
  return window.desktop
}
