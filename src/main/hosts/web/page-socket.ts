import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { MAX_MESSAGE_BYTES } from '../core/limits.ts'

interface PageSocketOptions {
  /** Whether the request names this host and comes from its page. */
  readonly isOwn: (request: IncomingMessage) => boolean
  readonly accepts: (token: string) => boolean
  readonly onPage: (socket: WebSocket) => void
}

/** Takes WebSockets at `/rpc` with the subprotocols `tutti` and the page's token, which so never stands in an address. */
export function acceptPages(server: Server, { isOwn, accepts, onPage }: PageSocketOptions): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => 'tutti',
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (request.url !== '/rpc') return refuse(socket, '404 Not Found')
    if (!isOwn(request)) return refuse(socket, '403 Forbidden')
    const [name, token, ...more] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim())
    if (name !== 'tutti' || token === undefined || more.length > 0 || !accepts(token)) return refuse(socket, '401 Unauthorized')
    sockets.handleUpgrade(request, socket, head, onPage)
  })
  return {
    close: () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
