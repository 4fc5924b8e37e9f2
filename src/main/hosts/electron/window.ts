import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, session } from 'electron'
import { Language } from '../../../shared/language.ts'
import { authorise } from '../../guard/authorise.ts'
import type { Seat } from '../core/seat.ts'
import { openExternal } from './open-external.ts'
import { PAGE_ORIGIN } from './page-protocol.ts'
import { portChannel } from './port-channel.ts'
import { rememberBounds, restoreBounds } from './window-bounds.ts'

/** Holds for every web contents that may ever be made: none leaves the page, opens a window or embeds another page. */
export function forbidNavigation(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** The page needs no camera, place or device; it writes to the clipboard when the user presses "Copy", and tells of long runs that ended. */
export function forbidPermissions(): void {
  const allowed = (permission: string) => permission === 'clipboard-sanitized-write' || permission === 'notifications'
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed(permission)))
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => allowed(permission))
  session.defaultSession.setDevicePermissionHandler(() => false)
}

/** `fragment`: of the page's address; a window for one tab names it there. Only the main window's place is remembered. */
export function openWindow(
  seat: Pick<Seat, 'home'>,
  { preload = join(import.meta.dirname, '../preload/index.cjs'), fragment = '' }: { preload?: string; fragment?: string } = {},
): BrowserWindow {
  const window = new BrowserWindow({
    ...(fragment === '' ? restoreBounds(seat.home) : { width: 900, height: 760 }),
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Tutti',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: true,
    },
  })
  if (fragment === '') rememberBounds(seat.home, window)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(fragment === '' ? `${PAGE_ORIGIN}/` : `${PAGE_ORIGIN}/#${fragment}`)
  return window
}

type PageCalls = { readonly openTab: (tab: unknown) => void; readonly speak: (language: Language) => void }

/** Answers what the preload passes on, and only from the page's own top frame. */
export function answerPage(seat: Pick<Seat, 'serve'>, { openTab, speak }: PageCalls): void {
  const isPage = (frame: { url: string; parent: unknown } | null) =>
    frame !== null && frame.parent === null && frame.url.startsWith(`${PAGE_ORIGIN}/`)
  ipcMain.on('tutti:port', (event) => {
    const [port] = event.ports
    if (port && isPage(event.senderFrame) && authorise({ transport: 'electron' })) seat.serve(portChannel(port))
  })
  ipcMain.on('tutti:open-external', (event, address: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window && isPage(event.senderFrame)) void openExternal(window, address)
  })
  ipcMain.on('tutti:open-tab', (event, tab: unknown) => {
    if (isPage(event.senderFrame)) openTab(tab)
  })
  ipcMain.on('tutti:language', (event, wanted: unknown) => {
    const language = Language.safeParse(wanted)
    if (language.success && isPage(event.senderFrame)) speak(language.data)
  })
}
