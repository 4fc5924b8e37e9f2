import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { busAnswers } from '../../src/main/guard/keyring.ts'

/** A socket that treats whoever connects as told. */
async function bus(greet: (socket: Socket) => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tutti-bus-'))
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    greet(socket)
  })
  const path = join(folder, 'bus')
  await new Promise<void>((resolve) => server.listen(path, resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  })
  return path
}

describe.skipIf(process.platform === 'win32')('F1 the keyring is asked only where a session bus serves it', () => {
  test('a bus that greets is there, by either variable', async () => {
    const path = await bus((socket) => socket.once('data', () => socket.write('REJECTED EXTERNAL\r\n')))
    await busAnswers({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${path},guid=0123` })
    await busAnswers({ DBUS_SESSION_BUS_ADDRESS: `tcp:host=localhost,port=1;unix:guid=0123,path=${path}` })
    await busAnswers({ XDG_RUNTIME_DIR: join(path, '..') })
  })

  test('one that is silent, hangs up or is not there is not waited for', async () => {
    const silent = await bus(() => {})
    const rude = await bus((socket) => socket.end())
    await expect(busAnswers({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${silent}` })).rejects.toThrow('does not answer')
    await expect(busAnswers({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${rude}` })).rejects.toThrow('hung up')
    await expect(busAnswers({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${silent}-absent` })).rejects.toThrow('ENOENT')
    await expect(busAnswers({ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' })).rejects.toThrow('no session bus')
    await expect(busAnswers({})).rejects.toThrow('no session bus')
  })
})
