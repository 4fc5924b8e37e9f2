import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Context, Router } from '@orpc/server'
import { BodyLimitPlugin, RPCHandler as HttpHandler } from '@orpc/server/node'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import type { contract, localContract } from '../../../shared/contract.ts'
import { authorise } from '../../guard/authorise.ts'
import { MAX_MESSAGE_BYTES } from './limits.ts'

export interface CoreServer {
  /** Takes no more connections and ends those there are. */
  close(): Promise<void>
}

interface CoreServerOptions {
  readonly socketPath: string
  /** What a page may call. */
  readonly page: Router<typeof contract, Context>
  /** What a process of this user may call. */
  readonly local: Router<typeof localContract, Context>
}

/** Serves the router on the data folder's socket, which only its owner can open. Call it with the core's lock in hand. */
export async function serveCore({ socketPath, page, local }: CoreServerOptions): Promise<CoreServer> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  const handlers = { '/page': new SocketHandler(page), '/local': new SocketHandler(local) } as const
  const http = new HttpHandler(page, { plugins: [new BodyLimitPlugin({ maxBodySize: MAX_MESSAGE_BYTES })] })

  const server = createServer((request, response) => {
    if (!authorise({ transport: 'socket' })) {
      response.writeHead(401).end()
      return
    }
    void http.handle(request, response, { prefix: '/rpc' }).then(({ matched }) => {
      if (!matched) response.writeHead(404).end()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    const { url } = request
    if ((url !== '/page' && url !== '/local') || !authorise({ transport: 'socket' })) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      accepted.on('error', () => undefined)
      void handlers[url].upgrade(accepted)
    })
  })
  await listen(server, socketPath)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, socketPath: string): Promise<void> {
  const isPipe = process.platform === 'win32'
  // The lock is ours, so a socket that lies there belongs to a process that has died.
  if (!isPipe) rmSync(socketPath, { force: true })
  await new Promise<void>((resolve, reject) => {
    // The socket file is made inside listen(): without this there would be a moment in which others could open it.
    const umask = isPipe ? undefined : process.umask(0o177)
    server.once('error', reject)
    server.listen(socketPath, resolve)
    if (umask !== undefined) process.umask(umask)
  })
  if (!isPipe) chmodSync(socketPath, 0o600)
}
