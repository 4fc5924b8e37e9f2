import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../../shared/language.ts'
import { MENU_WORDS } from './menu-words.ts'

/**
 * The native menus. What the page can do itself is sent to it by the command's id; its keys are shown here and handled there, so that
 * a person's own keys count. No entry leads out of the program.
 */
export function showMenus(language: Language, platform: NodeJS.Platform = process.platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, platform)))
}

export function menuTemplate(language: Language, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const w = MENU_WORDS[language]
  const isMac = platform === 'darwin'
  const separator = { type: 'separator' } as const
  const settings = command('settings.open', w.settings, 'CmdOrCtrl+,')
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: w.file,
      submenu: [
        command('chat.new', w.newConversation, 'CmdOrCtrl+T'),
        command('tab.reopen', w.reopenTab, 'CmdOrCtrl+Shift+T'),
        command('view.detach', w.ownWindow),
        separator,
        ...(isMac ? [] : [settings, separator]),
        command('tab.close', w.closeTab, 'CmdOrCtrl+W'),
        { role: 'close', label: w.closeWindow, accelerator: 'CmdOrCtrl+Shift+W' },
        ...(isMac ? [] : [{ role: 'quit', label: w.quit } as const]),
      ],
    },
    {
      label: w.edit,
      submenu: [
        { role: 'undo', label: w.undo },
        { role: 'redo', label: w.redo },
        separator,
        { role: 'cut', label: w.cut },
        { role: 'copy', label: w.copy },
        { role: 'paste', label: w.paste },
        { role: 'selectAll', label: w.selectAll },
        ...(isMac ? [separator, settings] : []),
      ],
    },
    {
      label: w.view,
      submenu: [
        command('shell.palette', w.palette, 'CmdOrCtrl+K'),
        command('view.split', w.split, 'CmdOrCtrl+\\'),
        separator,
        { role: 'resetZoom', label: w.resetZoom },
        { role: 'zoomIn', label: w.zoomIn },
        { role: 'zoomOut', label: w.zoomOut },
        { role: 'togglefullscreen', label: w.fullScreen },
        separator,
        { role: 'reload', label: w.reload, accelerator: 'F5' },
      ],
    },
    {
      label: w.window,
      submenu: [
        { role: 'minimize', label: w.minimize },
        separator,
        command('tab.next', w.nextTab, 'Ctrl+Tab'),
        command('tab.previous', w.previousTab, 'Ctrl+Shift+Tab'),
      ],
    },
    { label: w.help, role: 'help', submenu: [command('shell.keys', w.keys), command('shell.tour', w.tour)] },
  ]
}

function command(id: string, label: string, accelerator?: string): MenuItemConstructorOptions {
  return {
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => BrowserWindow.getFocusedWindow()?.webContents.send('tutti:command', id),
  }
}
