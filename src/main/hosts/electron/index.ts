import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { TuttiError } from '../../../shared/errors.ts'
import { preferredLanguage } from '../../../shared/language.ts'
import { takeEnvironmentKeys } from '../../guard/environment-keys.ts'
import { APP_VERSION } from '../../version.ts'
import { dataFolder } from '../core/data-folder.ts'
import { takePageSeat } from '../web/page-seat.ts'
import { showMenus } from './menu.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { TabWindows } from './tab-windows.ts'
import { answerPage, forbidNavigation, forbidPermissions, openWindow } from './window.ts'

const env = { ...process.env }
// From here on no child of this process can inherit a vendor's key.
takeEnvironmentKeys(process.env)
const home = dataFolder(env)
const rendererDir = join(import.meta.dirname, '../renderer')

// Chromium's own files of this data folder; a second window of it joins the first.
app.setPath('userData', join(home, 'desktop'))
registerPageScheme()
forbidNavigation()

if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail)
else app.quit()

async function start(): Promise<void> {
  forbidPermissions()
  showMenus(preferredLanguage(app.getPreferredSystemLanguages()))
  servePage(rendererDir)
  const seat = await takePageSeat({ home, env, version: APP_VERSION, rendererDir })
  seat.onFailed(fail)
  // A page's port ends with the core that it was piped to; loaded anew it asks for another. What was typed is kept by the core.
  seat.onLost(() => void seat.connect().then(reloadPages, () => undefined))
  const tabWindows = new TabWindows(home, (fragment) => openWindow(seat, { fragment }))
  answerPage(seat, { openTab: (tab) => tabWindows.show(tab), speak: showMenus })
  openWindow(seat)
  tabWindows.restore()
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
    tabWindows.quit()
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
