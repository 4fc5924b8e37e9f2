import { type BrowserWindow, dialog, shell } from 'electron'

const ALLOWED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** What of an address a person must see before it is opened: its host, or for mail the recipient; null where it may not be opened. */
export function externalTarget(address: unknown): { url: string; shown: string } | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null
  const url = new URL(address)
  if (!ALLOWED.has(url.protocol) || url.username !== '' || url.password !== '') return null
  return { url: url.href, shown: url.protocol === 'mailto:' ? url.pathname : url.host }
}

/** The only way out of the window. Opens nothing that the user has not confirmed with the host before their eyes. */
export async function openExternal(window: BrowserWindow, address: unknown): Promise<void> {
  const target = externalTarget(address)
  if (target === null) return
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Open ${target.shown} outside Tutti?`,
    detail: target.url.slice(0, 400),
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  if (response === 0) await shell.openExternal(target.url)
}
