import type { RawData, WebSocket } from 'ws'
import { MAX_UNREAD_BYTES } from './limits.ts'

export type WireMessage = string | Uint8Array

/** A connection that carries whole messages in order. Messages wait until the first listener is there, so none is lost. */
export interface Channel {
  send(message: WireMessage): void
  onMessage(listener: (message: WireMessage) => void): void
  onClose(listener: () => void): void
  close(): void
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

export function webSocketChannel(socket: WebSocket): Channel {
  const early: WireMessage[] = []
  let listener: ((message: WireMessage) => void) | undefined
  socket.on('message', (data, isBinary) => {
    const bytes = bytesOf(data)
    const message = isBinary ? bytes : Buffer.from(bytes).toString()
    if (listener) listener(message)
    else early.push(message)
  })
  // 'close' always follows; without a listener an oversized message would end the process.
  socket.on('error', () => undefined)
  return {
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return
      // A page that reads nothing is let go rather than kept in memory: it connects again and goes on from its last number.
      if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate()
      else socket.send(message)
    },
    onMessage: (next) => {
      listener = next
      for (const message of early.splice(0)) next(message)
    },
    onClose: (closed) => {
      if (socket.readyState === socket.CLOSED) queueMicrotask(closed)
      else socket.once('close', closed)
    },
    close: () => socket.close(),
  }
}

/** Hands every message of one connection to the other, both ways, until either closes. */
export function pipeChannels(a: Channel, b: Channel): void {
  a.onMessage((message) => b.send(message))
  b.onMessage((message) => a.send(message))
  a.onClose(() => b.close())
  b.onClose(() => a.close())
}

/** The form in which oRPC's client takes a connection. */
export function channelPort(channel: Channel) {
  return {
    postMessage: (message: WireMessage) => channel.send(message),
    onMessage: { addListener: (listener: (message: WireMessage) => void) => channel.onMessage(listener) },
    onDisconnect: { addListener: (listener: () => void) => channel.onClose(listener) },
  }
}
