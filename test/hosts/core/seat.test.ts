import { once } from 'node:events'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectToCore, coreClient } from '../../../src/main/hosts/core/core-connection.ts'
import { tryCoreLock } from '../../../src/main/hosts/core/core-lock.ts'
import { dataFolder } from '../../../src/main/hosts/core/data-folder.ts'
import { takeSeat } from '../../../src/main/hosts/core/seat.ts'
import { coreSocketPath } from '../../../src/main/hosts/core/socket-path.ts'
import { APP_VERSION } from '../../../src/main/version.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { startProcess, temporaryHome } from '../support/processes.ts'

const SEAT_PROCESS = join(import.meta.dirname, '../support/seat-process.ts')
const startSeat = (home: string) => startProcess(SEAT_PROCESS, [home])

async function seatAt(home: string) {
  const seat = await takeSeat({ home, env: {}, version: APP_VERSION })
  onTestFinished(() => seat.close())
  return seat
}

describe('D10 one core per data folder', () => {
  test('the first process is the core, the others are its clients', async () => {
    const home = temporaryHome()
    const first = startSeat(home)
    expect(await first.line()).toBe('core')
    const others = [startSeat(home), startSeat(home)]
    expect(await Promise.all(others.map((other) => other.line()))).toEqual(['client', 'client'])
    const seat = await seatAt(home)
    const client = await seat.connect()
    expect(await client.host.about()).toMatchObject({ pid: first.child.pid, home })
  })

  test('processes that start together agree on one core', async () => {
    const home = temporaryHome()
    const started = Array.from({ length: 4 }, () => startSeat(home))
    const roles = await Promise.all(started.map((one) => one.line()))
    expect(roles.toSorted()).toEqual(['client', 'client', 'client', 'core'])
  })

  test.each(['SIGKILL', 'SIGTERM'] as const)('after %s of the core one client becomes it and the others follow', async (signal) => {
    const home = temporaryHome()
    const first = startSeat(home)
    expect(await first.line()).toBe('core')
    const others = [startSeat(home), startSeat(home), startSeat(home)]
    await Promise.all(others.map((other) => other.line()))
    await first.end(signal)
    const roles = await Promise.all(others.map((other) => other.line()))
    expect(roles.toSorted()).toEqual(['client', 'client', 'core'])
  })

  test('a core that ends in order has exit code 0 and leaves the folder to the next', async () => {
    const home = temporaryHome()
    const first = startSeat(home)
    await first.line()
    expect(await first.end('SIGTERM')).toBe(0)
    const lock = tryCoreLock(home)
    expect(lock).not.toBeNull()
    lock?.release()
  })

  test('the lock is held by one at a time, also within a process', () => {
    const home = temporaryHome()
    const lock = tryCoreLock(home)
    expect(lock).not.toBeNull()
    expect(tryCoreLock(home)).toBeNull()
    lock?.release()
    tryCoreLock(home)?.release()
  })

  test('different data folders have different cores', async () => {
    expect([(await seatAt(temporaryHome())).role(), (await seatAt(temporaryHome())).role()]).toEqual(['core', 'core'])
  })

  test('a call that the core can no longer answer fails, and the next connection is to the new core', async () => {
    const home = temporaryHome()
    const first = startSeat(home)
    await first.line()
    const seat = await seatAt(home)
    const client = await seat.connect()
    const core = seat.core()
    const updates = (await client.app.watch({ after: null }))[Symbol.asyncIterator]()
    await updates.next()
    const next = updates.next()
    await Promise.all([first.end('SIGKILL'), expect(next).rejects.toThrow()])
    expect(await seat.replaced(core)).toBe(true)
    expect(await seat.replaced(seat.core())).toBe(false)
    expect(seat.role()).toBe('core')
    expect(await (await seat.connect()).host.about()).toMatchObject({ pid: process.pid, version: APP_VERSION })
  })
})

describe('D10 versions', () => {
  test('a client of another version than the core says so instead of misunderstanding it', async () => {
    const home = temporaryHome()
    await seatAt(home)
    const other = takeSeat({ home, env: {}, version: '99.0.0' })
    await expect(other).rejects.toMatchObject({
      code: 'newer-data',
      message: expect.stringMatching(/runs on .+, and this is 99\.0\.0\. Quit/),
    })
  })

  test('a seat that cannot be taken again says why', async () => {
    const home = temporaryHome()
    const first = startSeat(home)
    await first.line()
    const newer = new TuttiError('newer-data', 'A newer Tutti has changed this data.')
    const seat = await takeSeat({ home, env: {}, version: APP_VERSION, createApp: () => Promise.reject(newer) })
    onTestFinished(() => seat.close())
    const failure = new Promise((resolve) => seat.onFailed(resolve))
    await first.end('SIGKILL')
    expect(await failure).toBe(newer)
    await expect(seat.connect()).rejects.toBe(newer)
  })
})

describe("D10 the socket is its owner's alone", () => {
  test.skipIf(process.platform === 'win32')('folder 0700, socket 0600', async () => {
    const home = join(temporaryHome(), 'new')
    const seat = await seatAt(home)
    expect(statSync(home).mode & 0o777).toBe(0o700)
    expect(statSync(seat.socketPath).mode & 0o777).toBe(0o600)
  })

  test.skipIf(process.platform === 'win32')('a folder that others could enter is closed to them', async () => {
    const home = join(temporaryHome(), 'open')
    mkdirSync(home, { mode: 0o755 })
    await seatAt(home)
    expect(statSync(home).mode & 0o777).toBe(0o700)
  })

  test.skipIf(process.platform === 'win32')('a path too long for a socket is replaced by a short one in an owner-only folder', async () => {
    const home = join(temporaryHome(), 'a'.repeat(120))
    const seat = await seatAt(home)
    expect(Buffer.byteLength(seat.socketPath)).toBeLessThan(104)
    expect(statSync(join(seat.socketPath, '..')).mode & 0o777).toBe(0o700)
    expect(statSync(seat.socketPath).mode & 0o777).toBe(0o600)
    const other = await seatAt(home)
    expect(other.role()).toBe('client')
  })

  test("a page's door does not lead to what is for processes alone", async () => {
    const seat = await seatAt(temporaryHome())
    const page = coreClient(await connectToCore(seat.socketPath, 'page'))
    await expect(page.host.about()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(page.host.open({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('what is no door, and what is no message, harms nobody', async () => {
    const seat = await seatAt(temporaryHome())
    const stranger = createConnection(seat.socketPath)
    stranger.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    await once(stranger, 'close')
    const page = await connectToCore(seat.socketPath, 'page')
    for (const garbage of ['', 'null', '{"i":1}', '[', new Uint8Array([255, 0, 1])]) page.send(garbage)
    const client = await seat.connect()
    expect((await client.host.about()).pid).toBe(process.pid)
    page.close()
  })
})

describe('D10 data folder', () => {
  test('TUTTI_HOME chooses it', () => {
    expect(dataFolder({ TUTTI_HOME: '/tmp/x/../y' })).toBe('/tmp/y')
    expect(dataFolder({ TUTTI_HOME: '  ' })).toBe(dataFolder({}))
    expect(dataFolder({})).toMatch(/Tutti/)
  })

  test('one that cannot be made is an error with the path and the remedy', async () => {
    const file = join(temporaryHome(), 'file')
    writeFileSync(file, '')
    const taking = takeSeat({ home: join(file, 'below'), env: {}, version: APP_VERSION })
    await expect(taking).rejects.toMatchObject({
      data: { folder: join(file, 'below') },
      message: expect.stringContaining('set TUTTI_HOME'),
    })
  })

  test('a core that neither answers nor ends is named after a bounded wait', async () => {
    const home = temporaryHome()
    const lock = tryCoreLock(home)
    onTestFinished(() => lock?.release())
    const taking = takeSeat({ home, env: {}, version: APP_VERSION, patienceMs: 200 })
    await expect(taking).rejects.toMatchObject({ code: 'core-gone', message: expect.stringContaining('does not answer') })
  })

  test.skipIf(process.platform === 'win32')('so is one that has stopped in its tracks', async () => {
    const home = temporaryHome()
    const core = startSeat(home)
    await core.line()
    core.child.kill('SIGSTOP')
    const taking = takeSeat({ home, env: {}, version: APP_VERSION, patienceMs: 300 })
    await expect(taking).rejects.toMatchObject({ code: 'core-gone', message: expect.stringContaining('does not answer') })
  })

  test('the wait for a place can be ended', async () => {
    const home = temporaryHome()
    const lock = tryCoreLock(home)
    onTestFinished(() => lock?.release())
    const controller = new AbortController()
    const taking = takeSeat({ home, env: {}, version: APP_VERSION, signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(taking).rejects.toThrow('enough')
  })

  test('a failing start lets the next one in', async () => {
    const home = temporaryHome()
    const failing = takeSeat({ home, env: {}, version: APP_VERSION, createApp: () => Promise.reject(new Error('newer')) })
    await expect(failing).rejects.toThrow('newer')
    expect((await seatAt(home)).role()).toBe('core')
    expect(coreSocketPath(home)).toContain('core.sock')
  })
})
