import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { coreClient } from '../../../src/main/hosts/core/core-connection.ts'
import { tryCoreLock } from '../../../src/main/hosts/core/core-lock.ts'
import { takeSeat } from '../../../src/main/hosts/core/seat.ts'
import { APP_VERSION } from '../../../src/main/version.ts'
import type { fakeElectron } from '../support/fake-electron.ts'

const fake = vi.hoisted((): { current?: ReturnType<typeof fakeElectron> } => ({}))
vi.mock('electron', async () => {
  const { fakeElectron } = await import('../support/fake-electron.ts')
  fake.current = fakeElectron()
  return fake.current.electron
})

function desktop() {
  if (!fake.current) throw new Error('The fake module was not loaded.')
  return fake.current
}

const SEAT_PROCESS = join(import.meta.dirname, '../support/seat-process.ts')
const home = mkdtempSync(join(tmpdir(), 'tutti-electron-'))

const first = spawn(process.execPath, [SEAT_PROCESS, home], { stdio: ['ignore', 'pipe', 'inherit'] })

beforeAll(async () => {
  await once(first.stdout, 'data')
  vi.stubEnv('TUTTI_HOME', home)
  vi.stubEnv('OPENAI_API_KEY', 'sk-test-0123456789abcdef')
  await import('../../../src/main/hosts/electron/index.ts')
  await vi.waitFor(() => expect(desktop().windows).toHaveLength(1), { timeout: 10_000 })
})
afterAll(() => {
  first.kill('SIGKILL')
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

describe('F6 Electron host: start to end', () => {
  test("takes the vendors' keys out of the environment that children inherit", () => {
    expect(process.env.OPENAI_API_KEY).toBeUndefined()
  })

  test("keeps Chromium's files in the data folder and shows a menu without links", () => {
    expect(desktop().paths.get('userData')).toBe(join(home, 'desktop'))
    expect(desktop().menus).toHaveLength(1)
    expect(JSON.stringify(desktop().menus)).toMatch(/New Conversation/)
    expect(JSON.stringify(desktop().menus)).not.toMatch(/http|toggleDevTools/)
  })

  test('joins a core that runs, and when that is killed becomes the core and loads its pages anew', async () => {
    const reload = desktop().windows[0]?.webContents.reload
    first.kill('SIGKILL')
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce(), { timeout: 10_000 })
  })

  test("is the core: the page's port answers, and so does the socket", async () => {
    const { port1, port2 } = new MessageChannel()
    const main = Object.assign(port2, {
      on: (name: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
        port2.addListener(name, (data) => listener({ data })),
    })
    desktop().ipcMain.emit('tutti:port', { ports: [main], senderFrame: { url: 'app://tutti/', parent: null } })
    const page = coreClient({
      send: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener),
      onClose: (listener) => void port1.on('close', listener),
      close: () => port1.close(),
    })
    expect((await page.app.snapshot()).presets.length).toBeGreaterThan(4)
    await expect(page.host.about()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const other = await takeSeat({ home, env: {}, version: APP_VERSION })
    expect(other.role()).toBe('client')
    expect((await (await other.connect()).host.about()).pid).toBe(process.pid)
    await other.close()
    port1.close()
  })

  test('a second start focuses the window instead', () => {
    desktop().app.emit('second-instance')
    expect(desktop().windows).toHaveLength(1)
    expect(desktop().windows[0]?.focus).toHaveBeenCalledOnce()
  })

  test('quits after the core has let go of the data folder', async () => {
    const event = { preventDefault: vi.fn() }
    desktop().app.emit('before-quit', event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    await vi.waitFor(() => expect(desktop().electron.app.quit).toHaveBeenCalledOnce())
    const lock = tryCoreLock(home)
    expect(lock).not.toBeNull()
    lock?.release()
  })
})
