import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { TuttiError } from '../../../../shared/errors.ts'
import type { EngineProvider } from '../engine-options.ts'

/** What a scripted model is asked. */
export interface ScriptedRequest {
  readonly model: string
  /** The last message of the user. */
  readonly prompt: string
  readonly system: string
  /** Calls of this model so far, this one included. */
  readonly call: number
}

/** Text to answer with, or an HTTP status to fail with. */
export type ScriptedAnswer = string | { readonly status: number; readonly message?: string }

/** By model, what it answers: always the same, or as a function says. */
export type Script = Readonly<Record<string, ScriptedAnswer | ((request: ScriptedRequest) => ScriptedAnswer | Promise<ScriptedAnswer>)>>

export interface ScriptedProvider extends EngineProvider {
  /** Every call, in the order of arrival. */
  readonly requests: readonly ScriptedRequest[]
  close(): Promise<void>
}

const Message = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }).loose())]).nullish(),
})
const Body = z.object({ model: z.string(), messages: z.array(Message) })

const CHARACTERS_PER_TOKEN = 4

/** Starts a model server on this computer that answers as the script says, over the same protocol as a real one. Close it at the end. */
export async function scriptedProvider(script: Script, id = 'scripted'): Promise<ScriptedProvider> {
  const requests: ScriptedRequest[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((thrown) => {
      response.statusCode = 500
      response.end(TuttiError.from(thrown).message)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TuttiError('internal', 'The scripted provider has no port.')
  return {
    id,
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    models: Object.keys(script),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ object: 'list', data: Object.keys(script).map((model) => ({ id: model, object: 'model' })) }))
      return
    }
    const { model, messages } = Body.parse(JSON.parse(await bodyOf(request)))
    const said = (role: string) => textOf(messages.findLast((message) => message.role === role))
    const call = requests.filter((earlier) => earlier.model === model).length + 1
    const asked: ScriptedRequest = { model, prompt: said('user'), system: said('system'), call }
    requests.push(asked)
    const scripted = script[model] ?? { status: 404, message: `There is no model ${model} in the script.` }
    const reply = typeof scripted === 'function' ? await scripted(asked) : scripted
    if (typeof reply !== 'string') {
      response.writeHead(reply.status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: reply.message ?? `The script says ${reply.status}.` } }))
      return
    }
    stream(response, model, reply, asked)
  }
}

function stream(response: ServerResponse, model: string, reply: string, { prompt }: ScriptedRequest): void {
  const chunk = (rest: object) =>
    `data: ${JSON.stringify({ id: 'scripted', object: 'chat.completion.chunk', created: 0, model, ...rest })}\n\n`
  const delta = (content: string, reason: string | null) => chunk({ choices: [{ index: 0, delta: { content }, finish_reason: reason }] })
  const [input, output] = [prompt, reply].map((text) => Math.ceil(text.length / CHARACTERS_PER_TOKEN))
  response.setHeader('content-type', 'text/event-stream')
  response.write(delta(reply, null))
  response.write(delta('', 'stop'))
  response.write(
    chunk({ choices: [], usage: { prompt_tokens: input, completion_tokens: output, total_tokens: (input ?? 0) + (output ?? 0) } }),
  )
  response.end('data: [DONE]\n\n')
}

function textOf(message: z.infer<typeof Message> | undefined): string {
  const { content } = message ?? {}
  return typeof content === 'string' ? content : (content ?? []).map(({ text = '' }) => text).join('\n')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  request.setEncoding('utf8')
  for await (const piece of request) text += piece
  return text
}
