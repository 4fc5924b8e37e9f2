import Fastify from 'fastify'
import { z } from 'zod'
import { TuttiError } from '../../../shared/errors.ts'
import { createGate } from '../../guard/authorise.ts'
import type { PassBook } from '../../guard/pass-book.ts'
import { type Clock, systemClock } from '../../kernel/clock.ts'
import { webSocketChannel } from '../core/channel.ts'
import { MAX_MESSAGE_BYTES } from '../core/limits.ts'
import { readPageFile } from '../core/page-files.ts'
import { PAGE_HEADERS } from '../core/page-headers.ts'
import type { Seat } from '../core/seat.ts'
import { attemptLimit } from './attempt-limit.ts'
import { createCompressor } from './compress.ts'
import { proxyToCore } from './core-proxy.ts'
import { isOwnRequest } from './own-address.ts'
import { acceptPages } from './page-socket.ts'

export interface WebHost {
  readonly port: number
  /** The address alone; a page that was let in before opens with it. */
  url(): string
  /** The address with a fresh code: for one page, within 60 s. The fragment is never sent over the wire. */
  openUrl(): string
  close(): Promise<void>
}

export interface WebHostOptions {
  readonly seat: Pick<Seat, 'serve' | 'socketPath'>
  /** 0 or left out: any free one. */
  readonly port?: number
  /** The built page. */
  readonly rendererDir: string
  readonly clock?: Clock
  /** Lets pages stay over a restart; the host then takes the last one's port where that is free. */
  readonly book?: PassBook
}

const SessionRequest = z.object({ code: z.string().max(200) })

/** Serves the page and its calls on 127.0.0.1 alone, to whoever has exchanged a code for a token. */
export async function startWebHost({ seat, port = 0, rendererDir, clock = systemClock, book }: WebHostOptions): Promise<WebHost> {
  const gate = createGate(clock)
  const wrongCodes = attemptLimit(clock, 10, 60_000)
  const server = Fastify({ logger: false, bodyLimit: 4_096, forceCloseConnections: true })
  let listening = port

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(PAGE_HEADERS)
    if (!isOwnRequest(request.raw, listening)) return reply.code(403).send({ error: 'This address answers its own page alone.' })
  })

  server.post('/session', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (wrongCodes.exhausted()) return reply.code(429).header('retry-after', '60').send({ error: 'Too many wrong codes. Wait a minute.' })
    const body = SessionRequest.safeParse(request.body)
    const token = body.success ? gate.redeem(body.data.code) : null
    if (token === null) {
      wrongCodes.failed()
      return reply.code(401).send({ error: 'This code was used or is older than 60 s. Run tutti open for a fresh address.' })
    }
    return { token }
  })

  await server.register(async (calls) => {
    calls.addHook('onRequest', async (request, reply) => {
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
      if (token === undefined || !gate.accepts(token)) return reply.code(401).send({ error: 'Open Tutti from its own address.' })
      if (Number(request.headers['content-length'] ?? 0) > MAX_MESSAGE_BYTES)
        return reply.code(413).send({ error: 'At most 32 MB a call.' })
    })
    // The body goes on as it comes; the core's router parses and limits it.
    calls.removeAllContentTypeParsers()
    calls.addContentTypeParser('*', { bodyLimit: MAX_MESSAGE_BYTES }, (_request, _payload, done) => done(null))
    calls.all('/rpc/*', (request, reply) => {
      reply.hijack()
      proxyToCore(seat.socketPath, request.raw, reply.raw)
    })
  })

  const compressed = createCompressor()
  server.get('/*', async (request, reply) => {
    const path = new URL(request.url, 'http://localhost').pathname
    const file = await readPageFile(rendererDir, path)
    if (file === null) return reply.code(404).type('text/plain').send('Not found')
    reply.type(file.type).header('cache-control', file.cache).header('vary', 'accept-encoding')
    const packed = await compressed(path, file, request.headers['accept-encoding'] ?? '')
    if (packed) return reply.header('content-encoding', packed.encoding).send(packed.body)
    return reply.send(Buffer.from(file.body))
  })

  const pages = acceptPages(server.server, {
    isOwn: (request) => isOwnRequest(request, listening) && request.headers.origin !== undefined,
    accepts: (token) => gate.accepts(token),
    onPage: (socket) => seat.serve(webSocketChannel(socket)),
  })

  const listenAt = (at: number) => listen(() => server.listen({ host: '127.0.0.1', port: at }), at)
  const last = book?.lastPort ?? 0
  if (port === 0 && last !== 0) await listenAt(last).catch(() => listenAt(0))
  else await listenAt(port)
  const address = server.server.address()
  listening = typeof address === 'object' && address !== null ? address.port : port
  if (book) gate.keepIn(book, listening)
  const url = () => `http://127.0.0.1:${listening}/`
  return {
    port: listening,
    url,
    openUrl: () => `${url()}#code=${gate.issueCode()}`,
    close: async () => {
      pages.close()
      await server.close()
    },
  }
}

async function listen(start: () => Promise<unknown>, port: number): Promise<void> {
  try {
    await start()
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new TuttiError('invalid-input', `Port ${port} cannot be used (${reason}). Choose another with --port, or 0 for a free one.`, {
      cause,
    })
  }
}
