import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ORPCError } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ErrorInfo } from '../../src/shared/errors.ts'
import { ModelRef, PresetId, ProviderId } from '../../src/shared/ids.ts'
import { MAX_QUESTION_CHARACTERS } from '../../src/shared/limits.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { ask, openApp, savePreset, send } from './support.ts'

const SIDE_BY_SIDE = { strategy: 'parallel', merge: 'none' } as const
const VOTING = PresetId.parse('voting')

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())

/** The error that a page receives: its one form over the wire. */
async function errorOf(work: Promise<unknown>): Promise<ErrorInfo> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof ORPCError)) throw new Error(`No error came: ${String(thrown)}`)
  expect(thrown.code).toBe('TUTTI')
  return ErrorInfo.parse(thrown.data)
}

describe('bad input is answered with the field, the value and the remedy', () => {
  test('an empty question', async () => {
    const app = await openApp()
    const error = await errorOf(send(app.client, '   ', VOTING))
    expect(error).toMatchObject({ code: 'invalid-input', data: { field: 'text' } })
    expect(error.message).toContain('Write one')
    await app.close()
  })

  test('a paste of 10 MB', async () => {
    const app = await openApp()
    const error = await errorOf(send(app.client, 'x'.repeat(10_000_000), VOTING))
    expect(error.message).toContain('10,000,000')
    expect(error.message).toContain(MAX_QUESTION_CHARACTERS.toLocaleString('en-US'))
    expect(error.message).toContain('Attach the text as a file')
    await app.close()
  })

  test('an unknown model, with what it may have been meant to be', async () => {
    const app = await openApp({ server, vendors: ['openai'] })
    const preset = await savePreset(app.client, ['openai/gpt-5-mni'], SIDE_BY_SIDE)
    const run = await ask(app.client, 'Hello', preset)
    expect(run.state).toBe('failed')
    expect(run.speakers[0]?.result?.error).toMatchObject({ code: 'unknown-model' })
    expect(run.speakers[0]?.result?.error?.message).toContain('gpt-5-mini')
    await app.close()
  })

  test('an unknown preset names those that there are', async () => {
    const app = await openApp()
    const error = await errorOf(send(app.client, 'Hello', PresetId.parse('nope')))
    expect(error.message).toMatch(/“nope”.*voting/)
    await app.close()
  })

  test('a wrong key', async () => {
    server.onlyKey('openai', 'sk-the-right-one')
    const app = await openApp({ server, vendors: ['openai'] })
    const view = (await app.client.app.snapshot()).providers.find((provider) => provider.id === 'openai')
    expect(view?.status.state).toBe('failed')
    expect(view?.status.text).toMatch(/OpenAI refused this key \(401\)/)
    await app.close()
  })

  test('a dead endpoint', async () => {
    const app = await openApp()
    await app.client.providers.save({
      id: ProviderId.parse('dead'),
      kind: 'compatible',
      name: 'Dead',
      baseUrl: 'http://127.0.0.1:9/v1',
      concurrency: 1,
      local: true,
      enabled: true,
    })
    const view = await app.client.providers.test({ id: ProviderId.parse('dead') })
    expect(view.status.state).toBe('failed')
    expect(view.status.text).toMatch(/Dead.*127\.0\.0\.1:9/)
    await app.client.models.add({ ref: ModelRef.parse('dead/some-model') })
    const preset = await savePreset(app.client, ['dead/some-model'], SIDE_BY_SIDE)
    const run = await ask(app.client, 'Hello', preset)
    expect(run.speakers[0]?.result?.error?.code).toBe('unreachable')
    await app.close()
  })

  test('an address that is none, and a price below zero', async () => {
    const app = await openApp({ server, vendors: ['groq'] })
    const ready = (await app.client.app.snapshot()).providers.find((provider) => provider.id === 'groq')
    if (!ready) throw new Error('Groq is gone.')
    const { key: _, status: __, models: ___, ...groq } = ready
    expect((await errorOf(app.client.providers.save({ ...groq, baseUrl: 'groq dot com' }))).message).toMatch(/baseUrl: .*http:\/\//)
    const priced = app.client.models.setPrice({
      ref: ModelRef.parse('groq/llama-3.1-8b'),
      price: { inputPerMillion: -1, outputPerMillion: 1 },
    })
    expect((await errorOf(priced)).message).toContain('price.inputPerMillion')
    await app.close()
  })

  test('a key of nobody’s form', async () => {
    const app = await openApp()
    const error = await errorOf(app.client.providers.setKey({ key: 'what is this' }))
    expect(error).toMatchObject({ code: 'invalid-input', data: { field: 'key' } })
    await app.close()
  })

  test('a file that nobody can read', async () => {
    const app = await openApp()
    const error = await errorOf(app.client.attachments.add({ name: 'tool.exe', mediaType: 'application/x-msdownload', base64: 'AAAA' }))
    expect(error.message).toMatch(/tool\.exe.*Attach PNG/)
    await app.close()
  })
})

describe('damaged files are set aside, told, and nothing else is lost', () => {
  test('a database', async () => {
    const first = await openApp()
    await send(first.client, 'Remember me', VOTING)
    await first.close()
    for (const suffix of ['', '-wal', '-shm']) writeFileSync(join(first.home, `tutti.db${suffix}`), 'this is not a database')
    const second = await openApp({ home: first.home })
    const { notices, conversations } = await second.client.app.snapshot()
    expect(conversations).toEqual([])
    const aside = readdirSync(first.home).find((name) => name.startsWith('tutti.db.damaged'))
    expect(aside).toBeDefined()
    expect(notices.map((notice) => notice.text).join()).toContain(aside)
    await second.close()
  })

  test('a setting', async () => {
    const first = await openApp()
    await first.client.settings.update({ appearance: { theme: 'dark', textSize: 110 } })
    await first.client.settings.update({ budgets: { runMicros: 1, dayMicros: 2, monthMicros: 3, allowNoPrice: false } })
    await first.close()
    const db = new DatabaseSync(join(first.home, 'tutti.db'))
    db.exec(`UPDATE settings SET body = '{"theme": 7}' WHERE key = 'appearance'`)
    db.close()
    const second = await openApp({ home: first.home })
    const { settings, notices } = await second.client.app.snapshot()
    expect(settings.appearance.theme).toBe('system')
    expect(settings.budgets.runMicros).toBe(1)
    expect(notices.map((notice) => notice.text).join()).toContain('"appearance"')
    await second.close()
  })
})
