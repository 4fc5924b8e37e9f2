import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { z } from 'zod'
import { type Channel, webSocketChannel } from '../../../src/main/hosts/core/channel.ts'
import { MAX_UNREAD_BYTES } from '../../../src/main/hosts/core/limits.ts'

const MEGABYTE = 1024 * 1024

test('a page that reads nothing is let go before it fills the memory; one that reads is not', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const open = async () => {
    const page = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
    onTestFinished(() => page.terminate())
    const [[socket]]: [WebSocket[], unknown] = await Promise.all([once(server, 'connection'), once(page, 'open')])
    if (!socket) throw new Error('There is no connection.')
    let isGone = false
    const channel: Channel = webSocketChannel(socket)
    channel.onClose(() => {
      isGone = true
    })
    return { page, socket, channel, isGone: () => isGone }
  }
  const asleep = await open()
  asleep.page.pause()
  const awake = await open()
  let received = 0
  awake.page.on('message', () => {
    received += 1
  })
  const message = Buffer.alloc(MEGABYTE)
  const count = MAX_UNREAD_BYTES / MEGABYTE + 40
  for (let sent = 0; sent < count; sent += 1) {
    asleep.channel.send(message)
    awake.channel.send(message)
    await new Promise(setImmediate)
    if (sent % 16 === 0) await expect.poll(() => awake.socket.bufferedAmount).toBeLessThan(MAX_UNREAD_BYTES / 2)
  }
  await expect.poll(asleep.isGone).toBe(true)
  await expect.poll(() => received).toBe(count)
  expect(awake.isGone()).toBe(false)
})
