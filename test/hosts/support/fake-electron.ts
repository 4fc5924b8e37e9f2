import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

type Handler = (request: Request) => Promise<Response>

/** What Electron is asked for, recorded; nothing of ours is replaced. */
export function fakeElectron() {
  const paths = new Map<string, string>()
  const menus: unknown[] = []
  const app = Object.assign(new EventEmitter(), {
    setPath: (name: string, path: string) => void paths.set(name, path),
    requestSingleInstanceLock: vi.fn(() => true),
    whenReady: async () => undefined,
    getPreferredSystemLanguages: () => ['en-GB'],
    quit: vi.fn(),
    exit: vi.fn(),
  })
  const ipcMain = new EventEmitter()
  const schemes: unknown[] = []
  const handlers = new Map<string, Handler>()
  const windows: FakeWindow[] = []

  class FakeWindow extends EventEmitter {
    readonly options: Record<string, unknown>
    readonly webContents = new FakeContents()
    readonly loaded: string[] = []
    constructor(options: Record<string, unknown>) {
      super()
      this.options = options
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
    loadURL = async (url: string) => void this.loaded.push(url)
    show = vi.fn()
    focus = vi.fn()
    isMinimized = () => false
    getNormalBounds = () => ({ x: 1, y: 2, width: 900, height: 700 })
    static getAllWindows = () => windows
    static fromWebContents = (contents: unknown) => windows.find((window) => window.webContents === contents) ?? null
  }

  class FakeContents extends EventEmitter {
    reload = vi.fn()
    openWindow: ((details: { url: string }) => unknown) | undefined
    setWindowOpenHandler = (handler: (details: { url: string }) => unknown) => {
      this.openWindow = handler
    }
  }

  const permissions: {
    request?: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
    check?: (contents: unknown, permission: string) => boolean
    device?: () => boolean
  } = {}

  const electron = {
    app,
    ipcMain,
    BrowserWindow: FakeWindow,
    protocol: {
      registerSchemesAsPrivileged: (list: unknown[]) => void schemes.push(...list),
      handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: NonNullable<typeof permissions.request>) => {
          permissions.request = handler
        },
        setPermissionCheckHandler: (handler: NonNullable<typeof permissions.check>) => {
          permissions.check = handler
        },
        setDevicePermissionHandler: (handler: NonNullable<typeof permissions.device>) => {
          permissions.device = handler
        },
      },
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    Menu: { setApplicationMenu: (menu: unknown) => void menus.push(menu), buildFromTemplate: (template: unknown) => template },
    dialog: { showMessageBox: vi.fn(async () => ({ response: 1 })), showErrorBox: vi.fn() },
    shell: { openExternal: vi.fn(async () => undefined) },
  }
  return { electron, paths, menus, windows, schemes, handlers, permissions, app, ipcMain }
}
