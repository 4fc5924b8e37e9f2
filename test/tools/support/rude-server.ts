/** A server of tools that behaves badly, over stdio: `node rude-server.ts`. Speaks as little of the protocol as is needed. */
import { createInterface } from 'node:readline'
import { z } from 'zod'

const Request = z.object({
  id: z.union([z.number(), z.string()]).optional(),
  method: z.string(),
  params: z.object({ name: z.string().optional(), protocolVersion: z.string().optional() }).optional(),
})
const TOOLS = ['die', 'flood', 'long', 'silent', 'environment', 'fail', 'pid']

function answer(id: number | string | undefined, result: unknown): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`)
}

const text = (value: string) => ({ content: [{ type: 'text', text: value }] })

function call(id: number | string | undefined, name: string | undefined): void {
  switch (name) {
    case 'die':
      process.exit(1)
      break
    case 'flood': {
      // One message that has no end.
      const piece = 'x'.repeat(1_000_000)
      const send = (): void => {
        while (process.stdout.write(piece));
        process.stdout.once('drain', send)
      }
      process.stdout.write('{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"')
      send()
      break
    }
    case 'long':
      answer(id, text('y'.repeat(3_000_000)))
      break
    case 'environment':
      answer(id, text(JSON.stringify({ env: process.env, cwd: process.cwd(), args: process.argv.slice(2) })))
      break
    case 'fail':
      answer(id, { ...text('The moon is not full.'), isError: true })
      break
    case 'pid':
      answer(id, text(String(process.pid)))
      break
    default:
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = Request.parse(JSON.parse(line))
  if (method === 'initialize') {
    answer(id, { protocolVersion: params?.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'rude', version: '1' } })
  } else if (method === 'tools/list') {
    const inputSchema = { type: 'object', properties: { size: { type: 'integer' } } }
    answer(id, { tools: TOOLS.map((name) => ({ name, description: `Will ${name}.`, inputSchema })) })
  } else if (method === 'tools/call') call(id, params?.name)
}
