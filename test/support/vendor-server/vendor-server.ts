import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { deliver } from './deliver.ts'
import { listModels, type ServedModel } from './model-list.ts'
import { Body, type Protocol } from './protocol.ts'
import { anthropicMessages } from './protocols/anthropic-messages.ts'
import { chatCompletions } from './protocols/chat-completions.ts'
import { googleGenerate } from './protocols/google-generate.ts'
import { responses } from './protocols/responses.ts'
import { type Answer, createScript, JsonRule, type Matcher } from './script.ts'
import { speak } from './speak.ts'

/** A request that came in; times are epoch ms. */
export type LoggedRequest = {
  readonly number: number
  readonly at: number
  readonly vendor: string
  readonly path: string
  readonly model: string
  readonly lastUser: string
  readonly body: Body
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The client went away before the answer was complete. */
  aborted: boolean
  abortedAt: number | null
  answeredAt: number | null
  /** Tokens that were reported, all kinds. */
  reportedTokens: number
}

export type VendorServer = {
  readonly url: string
  /** Where a vendor's SDK is pointed. The first segment names the vendor in the log; unknown names speak chat completions. */
  baseUrl(vendor: string): string
  /** Newest rule first; an array answers one use after another, its last reply stays. */
  script(matcher: Matcher, answer: Answer): void
  clear(): void
  /** What `/models` lists; unset, a few of each vendor; null: it has no such page. */
  models(vendor: string, models: readonly ServedModel[] | null): void
  /** Keys that are accepted from now on; unset, any. */
  onlyKey(vendor: string, key: string): void
  readonly requests: LoggedRequest[]
  close(): Promise<void>
}

const BASE_PATHS: Readonly<Record<string, string>> = { anthropic: '', google: '/v1beta', perplexity: '' }

function protocolOf(path: string): Protocol | null {
  if (path.endsWith('/chat/completions')) return chatCompletions
  if (path.endsWith('/responses')) return responses
  if (path.endsWith('/v1/messages')) return anthropicMessages
  if (/\/v1(beta)?\/models\/[^/]+:(streamGenerateContent|generateContent)$/.test(path)) return googleGenerate
  return null
}

function keyOf(headers: IncomingMessage['headers']): string {
  const own = headers['x-api-key'] ?? headers['x-goog-api-key']
  return typeof own === 'string' ? own : (headers.authorization ?? '').replace(/^Bearer /, '')
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return Body.parse(text === '' ? {} : JSON.parse(text))
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/**
 * A server on loopback that speaks the vendors' protocols, so that tests drive the real SDKs over real sockets.
 *
 * Our own on node:http rather than aimock: the promises tested here need what aimock does not do — honour each request's
 * output limit and report usage for it, notice that a client went away, send Perplexity's citations and costs, answer `/models`,
 * and cut a stream after exactly n chunks.
 */
export async function startVendorServer(port = 0): Promise<VendorServer> {
  const script = createScript()
  const requests: LoggedRequest[] = []
  const served = new Map<string, readonly ServedModel[] | null>()
  const keys = new Map<string, string>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const body = await readBody(request)
    if (path === '/__script') {
      const rule = JsonRule.parse(body)
      script.add(rule.match, rule.replies)
      send(response, 200, { ok: true })
      return
    }
    if (path === '/__requests') {
      send(
        response,
        200,
        requests.map(({ headers: _headers, ...logged }) => logged),
      )
      return
    }
    const vendor = path.split('/')[1] ?? ''
    const key = keys.get(vendor)
    const protocol = protocolOf(path)
    if (key !== undefined && keyOf(request.headers) !== key) {
      send(response, 401, (protocol ?? chatCompletions).error(401, `Incorrect key provided: ${keyOf(request.headers)}`, undefined))
      return
    }
    const list = served.get(vendor)
    if (request.method === 'GET' && path.endsWith('/models') && list !== null) {
      send(response, 200, listModels(vendor, list))
      return
    }
    // Perplexity's list of asynchronous answers, which needs a key and costs nothing.
    if (request.method === 'GET' && path.endsWith('/async/chat/completions')) {
      send(response, 200, { requests: [] })
      return
    }
    if (!protocol) {
      send(response, 404, { error: { message: `Nothing here: ${path}` } })
      return
    }
    await converse(vendor, path, protocol, body, request, response)
  }

  async function converse(
    vendor: string,
    path: string,
    protocol: Protocol,
    body: Body,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const question = protocol.read(body, path)
    const { model, lastUser } = question
    const reply = script.replyTo({ vendor, model, lastUser, body })
    const spoken = speak(question, reply)
    const logged: LoggedRequest = {
      number: requests.length + 1,
      at: Date.now(),
      vendor,
      path,
      model,
      lastUser,
      body,
      headers: request.headers,
      aborted: false,
      abortedAt: null,
      answeredAt: null,
      reportedTokens: 0,
    }
    requests.push(logged)
    const gone = new AbortController()
    response.on('close', () => {
      if (response.writableFinished) logged.answeredAt = Date.now()
      else if (reply.fault?.type !== 'close' && reply.fault?.type !== 'cut') {
        logged.aborted = true
        logged.abortedAt = Date.now()
      }
      gone.abort()
    })
    await deliver(response, protocol, reply, spoken, question.stream, gone.signal)
    if (spoken.usage && !logged.aborted) logged.reportedTokens = Object.values(spoken.usage).reduce((sum, count) => sum + count, 0)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      if (response.destroyed) return
      if (response.headersSent) response.destroy()
      else send(response, 400, { error: { message: String(thrown) } })
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
  return {
    url,
    baseUrl: (vendor) => `${url}/${vendor}${BASE_PATHS[vendor] ?? '/v1'}`,
    script: (matcher, reply) => script.add(matcher, reply),
    clear: () => {
      script.clear()
      requests.length = 0
    },
    models: (vendor, models) => void served.set(vendor, models),
    onlyKey: (vendor, key) => void keys.set(vendor, key),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
