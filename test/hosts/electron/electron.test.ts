import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PAGE_HEADERS } from '../../../src/main/hosts/core/page-headers.ts'
import { Language } from '../../../src/shared/language.ts'
import type { fakeElectron } from '../support/fake-electron.ts'

const fake = vi.hoisted((): { current?: ReturnType<typeof fakeElectron> } => ({}))
vi.mock('electron', async () => {
  const { fakeElectron } = await import('../support/fake-electron.ts')
  fake.current = fakeElectron()
  return fake.current.electron
})
const { registerPageScheme, servePage } = await import('../../../src/main/hosts/electron/page-protocol.ts')
const { answerPage, forbidNavigation, forbidPermissions, openWindow } = await import('../../../src/main/hosts/electron/window.ts')
const { TabWindows } = await import('../../../src/main/hosts/electron/tab-windows.ts')
const { menuTemplate } = await import('../../../src/main/hosts/electron/menu.ts')
const { externalTarget } = await import('../../../src/main/hosts/electron/open-external.ts')

function desktop() {
  if (!fake.current) throw new Error('The fake module was not loaded.')
  return fake.current
}

let home: string
const asked: unknown[] = []
const served: { close(): void; onMessage(listener: (message: string | Uint8Array) => void): void }[] = []

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'tutti-electron-'))
  writeFileSync(join(home, 'index.html'), '<!doctype html>')
  registerPageScheme()
  forbidNavigation()
  forbidPermissions()
  servePage(home)
  answerPage(
    { serve: (channel) => void served.push(channel) },
    { openTab: (tab) => void asked.push(tab), speak: (language) => void asked.push(language) },
  )
  openWindow({ home }, { preload: '/preload/index.cjs' })
})
afterAll(() => rmSync(home, { recursive: true }))

function window() {
  const [first] = desktop().windows
  if (!first) throw new Error('No window was opened.')
  return first
}

describe('F6 Electron host: the page is confined', () => {
  test('sandbox, context isolation, no Node', () => {
    expect(window().options).toMatchObject({
      webPreferences: {
        preload: '/preload/index.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
      },
    })
    expect(window().loaded).toEqual(['app://tutti/'])
  })

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('%s is prevented', (name) => {
    const event = { preventDefault: vi.fn() }
    window().webContents.emit(name, event, 'https://example.com')
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  test('no page opens a window', () => {
    expect(window().webContents.openWindow?.({ url: 'https://example.com' })).toEqual({ action: 'deny' })
  })

  test.each(['media', 'geolocation', 'openExternal', 'clipboard-read', 'fileSystem', 'hid'])('%s is denied', (permission) => {
    const answer = vi.fn()
    desktop().permissions.request?.(null, permission, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith(false)
    expect(desktop().permissions.check?.(null, permission)).toBe(false)
  })

  test('no device is granted; copying an answer and a note of a long run are', () => {
    expect(desktop().permissions.device?.()).toBe(false)
    expect(desktop().permissions.check?.(null, 'clipboard-sanitized-write')).toBe(true)
    expect(desktop().permissions.check?.(null, 'notifications')).toBe(true)
  })
})

describe('F6 Electron host: app://', () => {
  const get = async (url: string) => {
    const answer = await desktop().handlers.get('app')?.(new Request(url))
    if (!answer) throw new Error('app: is not handled.')
    return answer
  }

  test('is a secure origin that may fetch, and no more', () => {
    expect(desktop().schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
  })

  test('serves the page with the headers of the loopback host', async () => {
    const page = await get('app://tutti/')
    expect(page.status).toBe(200)
    expect(await page.text()).toBe('<!doctype html>')
    for (const [name, value] of Object.entries(PAGE_HEADERS)) expect(page.headers.get(name)).toBe(value)
  })

  test.each(['app://tutti/%2e%2e/secret.html', 'app://tutti/missing.js', 'app://other/', 'app://tutti/%00.html', 'app://tutti/%'])(
    '%s is not found',
    async (url) => {
      expect((await get(url)).status).toBe(404)
    },
  )
})

describe('F6 Electron host: openExternal gate', () => {
  const send = (address: unknown, url = 'app://tutti/', parent: unknown = null) =>
    desktop().ipcMain.emit('tutti:open-external', { sender: window().webContents, senderFrame: { url, parent } }, address)
  const { dialog, shell } = (() => desktop().electron)()

  beforeEach(() => {
    dialog.showMessageBox.mockClear()
    shell.openExternal.mockClear()
  })

  test('asks with the host before the eyes, and opens on consent alone', async () => {
    send('https://example.com/a?b=c')
    await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledOnce())
    expect(dialog.showMessageBox).toHaveBeenCalledWith(
      window(),
      expect.objectContaining({ message: 'Open example.com outside Tutti?', cancelId: 1, defaultId: 1 }),
    )
    expect(shell.openExternal).not.toHaveBeenCalled()
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 })
    send('https://example.com/a?b=c')
    await vi.waitFor(() => expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://example.com/a?b=c'))
  })

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'app://tutti/',
    'https://bank.com@evil.com/',
    'not an address',
    7,
    null,
  ])('%s is not even asked about', (address) => {
    expect(externalTarget(address)).toBeNull()
    send(address)
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
  })

  test('a look-alike host is shown as what it is', () => {
    expect(externalTarget('https://аpple.com/')?.shown).toBe('xn--pple-43d.com')
    expect(externalTarget('mailto:a@b.com')?.shown).toBe('a@b.com')
  })

  test('answers the page alone, not a frame or a foreign page', () => {
    send('https://example.com', 'https://evil.example/')
    send('https://example.com', 'app://tutti/', {})
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
  })
})

describe("F6 Electron host: the page's port", () => {
  class Port extends EventEmitter {
    sent: unknown[] = []
    postMessage = (message: unknown) => void this.sent.push(message)
    start = vi.fn()
    close = vi.fn()
  }

  test("is attached to the seat and carries messages; a foreign page's is not", () => {
    const port = new Port()
    desktop().ipcMain.emit('tutti:port', { ports: [port], senderFrame: { url: 'https://evil.example/', parent: null } })
    expect(served).toEqual([])
    desktop().ipcMain.emit('tutti:port', { ports: [port], senderFrame: { url: 'app://tutti/', parent: null } })
    expect(served).toHaveLength(1)
    const heard: unknown[] = []
    served[0]?.onMessage((message) => heard.push(message))
    expect(port.start).toHaveBeenCalledOnce()
    port.emit('message', { data: 'hello' })
    port.emit('message', { data: { not: 'a message' } })
    expect(heard).toEqual(['hello'])
  })
})

describe('F6 Electron host: the window', () => {
  test('opens where it was closed, unless that screen is gone', () => {
    window().emit('close')
    expect(JSON.parse(readFileSync(join(home, 'window.json'), 'utf8'))).toEqual({ x: 1, y: 2, width: 900, height: 700 })
    openWindow({ home }, { preload: '' })
    expect(desktop().windows.at(-1)?.options).toMatchObject({ x: 1, y: 2, width: 900, height: 700 })
    writeFileSync(join(home, 'window.json'), JSON.stringify({ x: 5000, y: 0, width: 900, height: 700 }))
    openWindow({ home }, { preload: '' })
    expect(desktop().windows.at(-1)?.options).toMatchObject({ width: 1280, height: 800 })
  })
})

describe('F6 Electron host: tabs in windows of their own', () => {
  const isPage = { senderFrame: { url: 'app://tutti/', parent: null } }

  test('are opened for the page alone', () => {
    desktop().ipcMain.emit('tutti:open-tab', { senderFrame: { url: 'https://evil.example/', parent: null } }, 'a')
    desktop().ipcMain.emit('tutti:language', isPage, 'klingon')
    expect(asked).toEqual([])
    desktop().ipcMain.emit('tutti:open-tab', isPage, 'a')
    desktop().ipcMain.emit('tutti:language', isPage, 'de')
    expect(asked).toEqual(['a', 'de'])
  })

  test('show one window a tab, which is there again after a start', () => {
    const before = desktop().windows.length
    const open = (fragment: string) => openWindow({ home }, { preload: '', fragment })
    const windows = new TabWindows(home, open)
    for (const tab of ['a', 'b & c', 'a', '', { not: 'a tab' }]) windows.show(tab)
    expect(
      desktop()
        .windows.slice(before)
        .map((window) => window.loaded),
    ).toEqual([['app://tutti/#tab=a'], ['app://tutti/#tab=b+%26+c']])
    desktop().windows.at(-1)?.emit('closed')
    windows.quit()
    desktop().windows.at(-2)?.emit('closed')
    const again = desktop().windows.length
    new TabWindows(home, open).restore()
    expect(
      desktop()
        .windows.slice(again)
        .map((window) => window.loaded),
    ).toEqual([['app://tutti/#tab=a']])
  })
})

describe('F6 Electron host: native menus', () => {
  const labels = (language: Language) => menuTemplate(language, 'linux').map(({ label }) => label)

  test('speak the language of the page, and lead nowhere else', () => {
    expect(labels('en')).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
    expect(labels('de')).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Fenster', 'Hilfe'])
    for (const language of Language.options)
      expect(JSON.stringify(menuTemplate(language, 'darwin'))).not.toMatch(/toggleDevTools|http|about/)
  })
})
