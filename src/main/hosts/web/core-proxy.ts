import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { PAGE_HEADERS } from '../core/page-headers.ts'

/** Hands a call to the core over its socket. The page's credentials stay here. */
export function proxyToCore(socketPath: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { authorization: _kept, origin: _own, host: _named, connection: _hop, ...headers } = incoming.headers
  const call = httpRequest({ socketPath, path: incoming.url, method: incoming.method, headers: { ...headers, host: 'localhost' } })
  call.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { ...PAGE_HEADERS, 'cache-control': 'no-store', ...answer.headers })
    answer.pipe(outgoing)
  })
  call.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(503).end()
  })
  outgoing.on('close', () => call.destroy())
  incoming.pipe(call)
}
