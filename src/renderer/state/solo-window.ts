import { z } from 'zod'

const Place = z.object({ tab: z.string().min(1).max(80) })

/** The tab for which this window was opened, from its address; null in a window with a strip. */
export function soloTab(): string | null {
  const place = Place.safeParse(Object.fromEntries(new URLSearchParams(location.hash.slice(1))))
  return place.success ? place.data.tab : null
}

/**
 * Opens a tab in a window of its own. A page hands its token on by opening the window: the browser copies the opener's session
 * storage, so nothing secret stands in an address. On the desktop the main process opens it. false where the browser refused.
 */
export function openSoloWindow(tabId: string): boolean {
  const size = 'popup,width=900,height=760'
  if (window.desktop) window.desktop.openTab(tabId)
  else return window.open(`${location.pathname}#${new URLSearchParams({ tab: tabId })}`, `tutti-${tabId}`, size) !== null
  return true
}
