import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PresetId, ProviderId } from '../../src/shared/ids.ts'
import { ask, openApp } from './support.ts'

const Attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })
const Span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  attributes: z.array(Attribute),
})
const Body = z.object({ resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(Span) })) })) })
type Span = z.infer<typeof Span>

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A collector of OpenTelemetry on a socket of this computer. */
async function collector(): Promise<{ endpoint: string; spans: () => Promise<Span[]>; texts: string[] }> {
  const texts: string[] = []
  const arrived = Promise.withResolvers<void>()
  const server: Server = createServer((request, response) => {
    let text = ''
    request.on('data', (piece) => (text += String(piece)))
    request.on('end', () => {
      texts.push(text)
      response.setHeader('content-type', 'application/json')
      response.end('{}')
      arrived.resolve()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}/v1/traces`,
    texts,
    spans: async () => {
      await arrived.promise
      return texts.flatMap((text) =>
        Body.parse(JSON.parse(text)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      )
    },
  }
}

const attributeOf = (span: Span | undefined, key: string) =>
  Object.values(span?.attributes.find((attribute) => attribute.key === key)?.value ?? {})[0]

describe('E11 traces', () => {
  test('a run becomes spans with the names of the GenAI conventions, one a call, below its own', async () => {
    const app = await openApp()
    closing.push(() => app.close())
    const { endpoint, spans } = await collector()
    await app.client.settings.update({ tracing: { enabled: true, endpoint, content: false } })
    const view = await ask(app.client, 'What is 17 + 25?', PresetId.parse('voting'))
    const all = await spans()
    const root = all.find(({ name }) => name.startsWith('invoke_agent'))
    const calls = all.filter(({ name }) => name.startsWith('chat '))
    expect(attributeOf(root, 'tutti.run.id')).toBe(view.id)
    expect(calls.length).toBe(view.speakers.filter(({ result }) => result?.state === 'done').length)
    expect(calls.every((call) => call.traceId === root?.traceId && call.parentSpanId === root?.spanId)).toBe(true)
    expect(attributeOf(calls[0], 'gen_ai.provider.name')).toBe('demo')
    expect(Number(attributeOf(calls[0], 'gen_ai.usage.output_tokens'))).toBeGreaterThan(0)
  })

  test('no words leave unless the user says so, and nothing at all while it is off', async () => {
    const app = await openApp()
    closing.push(() => app.close())
    const { endpoint, spans, texts } = await collector()
    await ask(app.client, 'What is 1 + 1, secretly?', PresetId.parse('voting'))
    expect(texts).toEqual([])
    await app.client.settings.update({ tracing: { enabled: true, endpoint, content: false } })
    await ask(app.client, 'What is 2 + 2, secretly?', PresetId.parse('voting'))
    await spans()
    expect(texts.join('')).not.toContain('secretly')
  })

  test('a collector that is not there costs no answer and is told once', async () => {
    const app = await openApp()
    closing.push(() => app.close())
    await app.client.settings.update({ tracing: { enabled: true, endpoint: 'http://127.0.0.1:9/v1/traces', content: false } })
    const view = await ask(app.client, 'What is 17 + 25?', PresetId.parse('voting'))
    expect(view.outcome?.answer).toContain('42')
    await ask(app.client, 'What is 17 + 26?', PresetId.parse('voting'))
    await expect
      .poll(async () => (await app.client.app.snapshot()).notices.filter(({ text }) => text.includes('Traces could not be sent')).length, {
        timeout: 15_000,
      })
      .toBe(1)
  })
})

describe('E11 log and diagnostics', () => {
  test('hold what happened, no question, no answer, no key', async () => {
    const app = await openApp()
    closing.push(() => app.close())
    const key = 'a-key-without-any-known-form-0123456789'
    await app.client.providers.setKey({ id: ProviderId.parse('openai'), key }).catch(() => undefined)
    const view = await ask(app.client, 'What is 17 + 25, quietly?', PresetId.parse('voting'))
    const { text, logFile } = await app.client.app.diagnostics()
    expect(text).toMatch(/^Tutti \d/)
    expect(text).toContain(view.id)
    for (const secret of [key, 'quietly', 'is **42**']) expect(`${text}${readFileSync(logFile, 'utf8')}`).not.toContain(secret)
    expect(statSync(logFile).mode & 0o077).toBe(0)
  })
})
