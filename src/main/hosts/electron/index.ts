import { join } from 'node:path'
import { app, BrowserWindow, dialog, Menu } from 'electron'
import { TuttiError } from '../../../shared/errors.ts'
import { takeEnvironmentKeys } from '../../guard/environment-keys.ts'
import { APP_VERSION } from '../../version.ts'
import { dataFolder } from '../core/data-folder.ts'
import { takePageSeat } from '../web/page-seat.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { answerPage, forbidNavigation, forbidPermissions, openWindow } from './window.ts'

const env = { ...process.env }
// From here on no child of this process can inherit a vendor's key.
takeEnvironmentKeys(process.env)
const home = dataFolder(env)
const MENU = [...(process.platform === 'darwin' ? (['appMenu'] as const) : []), 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu'] as const
const rendererDir = join(import.meta.dirname, '../renderer')

// Chromium's own files of this data folder; a second window of it joins the first.
app.setPath('userData', join(home, 'desktop'))
registerPageScheme()
forbidNavigation()

if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail)
else app.quit()

async function start(): Promise<void> {
  forbidPermissions()
  // The usual menu would also carry links that open the browser unasked.
  Menu.setApplicationMenu(Menu.buildFromTemplate(MENU.map((role) => ({ role }))))
  servePage(rendererDir)
  const seat = await takePageSeat({ home, env, version: APP_VERSION, rendererDir })
  seat.onFailed(fail)
  // A page's port ends with the core that it was piped to; loaded anew it asks for another. What was typed is kept by the core.
  seat.onLost(() => void seat.connect().then(reloadPages, () => undefined))
  answerPage(seat)
  openWindow(seat)
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    if (window) window.focus()
    else openWindow(seat)
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(seat)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    // Quitting waits until the core has closed its database and let the next one in.
    event.preventDefault()
    void seat.close().finally(() => {
      closed = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
}

function reloadPages(): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
}

function fail(thrown: unknown): void {
  dialog.showErrorBox('Tutti cannot start', TuttiError.from(thrown).message)
  app.exit(1)
}
