import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProviderId } from '../src/shared/ids.ts'
import { startVendorServer, type VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { KEYS } from './support/ensemble.ts'
import { type Client, run, startTutti, type Tutti } from './support/tutti.ts'

const KEY = KEYS.anthropic ?? ''
const ENVIRONMENT_KEY = 'sk-proj-fromTheEnvironment0000000000000000zz99'

let server: VendorServer
let tutti: Tutti
let client: Client
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startVendorServer()
  tutti = await startTutti({ env: { OPENAI_API_KEY: ENVIRONMENT_KEY } })
  browser = await startBrowser()
  page = (await openPage(browser, await tutti.address())).page
  client = await tutti.client()
  const anthropic = (await client.app.snapshot()).providers.find((provider) => provider.id === 'anthropic')
  if (!anthropic) throw new Error('Anthropic is gone.')
  const { key: _, status: __, models: ___, ...provider } = anthropic
  await client.providers.save({ ...provider, id: ProviderId.parse('anthropic'), baseUrl: server.baseUrl('anthropic') })
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
  await server?.close()
})

/** A desktop whose browser writes down the environment that it is started with. */
function recordingDesktop(): { env: Record<string, string>; recorded: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tutti-desktop-'))
  const recorded = join(folder, 'environment')
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nenv > "${recorded}"\n`)
  chmodSync(join(folder, 'xdg-open'), 0o755)
  return { env: { DISPLAY: ':99', PATH: `${folder}:${process.env.PATH}` }, recorded }
}

/** Everything that the page's JavaScript can reach: a heap snapshot, as text. */
async function heapOf(of: Page): Promise<string> {
  const session = await of.context().newCDPSession(of)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

describe('A8 a key goes one way', () => {
  test('pasted in the page, it is recognised, tested and shown by its ending alone', async () => {
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('button', { name: 'Add a provider' }).click()
    await page.getByLabel('Paste a key').fill(KEY)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByPlaceholder(`•${KEY.slice(-4)}`).waitFor()
    expect(server.requests.length).toBe(0)
  })

  test('after a reload it is nowhere in the page’s memory or storage', async () => {
    await page.reload()
    await page.getByPlaceholder(`•${KEY.slice(-4)}`).waitFor()
    const heap = await heapOf(page)
    // What is shown must be found, or the search would find nothing whatever there was.
    expect(heap.includes(`"${KEY.slice(-4)}"`)).toBe(true)
    expect(heap.includes(KEY)).toBe(false)
    expect(heap.includes(ENVIRONMENT_KEY)).toBe(false)
    const stored = await page.evaluate(async () => {
      const databases = await indexedDB.databases()
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases, location.href])
    })
    expect(stored).not.toContain(KEY)
    expect(stored).not.toContain('#code')
  })

  test('it is used: the vendor’s server sees it', async () => {
    const { providers } = await client.app.snapshot()
    expect(providers.find((provider) => provider.id === 'anthropic')).toMatchObject({
      key: { state: 'vault', ending: KEY.slice(-4) },
      status: { state: 'ok' },
    })
    expect(providers.find((provider) => provider.id === 'openai')?.key).toEqual({ state: 'environment', ending: 'zz99' })
  })

  test('no file of the data folder holds it, nor what the process printed, nor what a page can fetch', async () => {
    for (const path of filesBelow(tutti.home)) expect(readFileSync(path).includes(KEY), path).toBe(false)
    for (const path of filesBelow(tutti.home)) expect(readFileSync(path).includes(ENVIRONMENT_KEY), path).toBe(false)
    expect(tutti.output()).not.toContain(KEY)
    expect(JSON.stringify(await client.app.snapshot())).not.toContain(KEY)
  })

  test('no process argument holds it, and a child process inherits neither key nor passphrase', async () => {
    expect(readFileSync(`/proc/${tutti.process.pid}/cmdline`, 'utf8')).not.toContain(KEY)
    const { env, recorded } = recordingDesktop()
    const opened = await run(['open'], tutti.home, { env: { ...env, OPENAI_API_KEY: ENVIRONMENT_KEY } })
    expect(opened.code, opened.stderr).toBe(0)
    await expect.poll(() => existsSync(recorded)).toBe(true)
    const environment = readFileSync(recorded, 'utf8')
    expect(environment).toContain('DISPLAY=:99')
    expect(environment).not.toContain(ENVIRONMENT_KEY)
    expect(environment).not.toContain('TUTTI_PASSPHRASE')
  })

  test('after SIGKILL and a restart it is still there, and still only by its ending', async () => {
    await tutti.kill()
    tutti = await startTutti({ home: tutti.home })
    client = await tutti.client()
    const { providers } = await client.app.snapshot()
    expect(providers.find((provider) => provider.id === 'anthropic')?.key).toEqual({ state: 'vault', ending: KEY.slice(-4) })
  })
})
