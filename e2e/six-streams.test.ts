import type { Browser, Page, WebSocketRoute } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Member } from '../src/shared/preset.ts'
import { startVendorServer, type VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { ConversationPage } from './support/conversation-page.ts'
import { connectVendors, members, presetOf } from './support/ensemble.ts'
import { type Client, startTutti, type Tutti } from './support/tutti.ts'

const WORDS = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ')
/** Each of the six, in its own words; about four seconds. */
const answerOf = (model: string) => `Here is ${model}. ${WORDS} the end.`
const SIX = [...members(), Member.parse({ ...members()[0], id: 'm6' })]
const PRESET = presetOf('six', { strategy: 'parallel', merge: 'none' }, SIX)

let server: VendorServer
let tutti: Tutti
let client: Client
let browser: Browser
let page: Page
let chat: ConversationPage
let sockets: WebSocketRoute[]
let reachable = true

beforeAll(async () => {
  server = await startVendorServer()
  server.script({}, ({ model }) => ({ text: answerOf(model), chunkSize: 4, chunkMs: 60 }))
  tutti = await startTutti()
  browser = await startBrowser()
  client = await tutti.client()
  await connectVendors(client, server)
  ;({ page } = await openPage(browser, 'about:blank'))
  sockets = []
  // Between the page and the core, so that the connection can be cut as a sleeping laptop cuts it.
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    if (!reachable) return void socket.close({ code: 4000 })
    sockets.push(socket)
    socket.connectToServer()
  })
  await page.goto(await tutti.address())
  chat = new ConversationPage(page, client)
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
  await server?.close()
})

const region = (number: number) => page.getByRole('region', { name: new RegExp(`^${number + 1}, `) }).last()

/** The text of each member as the page shows it. */
const shown = () => Promise.all(SIX.map((_, number) => region(number).innerText()))

async function begun(): Promise<string[]> {
  await expect.poll(async () => (await shown()).every((text) => text.includes('w3'))).toBe(true)
  return shown()
}

async function expectWhole(question: string): Promise<void> {
  await chat.ended(question)
  for (const [number, member] of SIX.entries()) {
    const model = member.model.slice(member.model.indexOf('/') + 1)
    await expect.poll(() => region(number).innerText()).toContain(answerOf(model))
  }
}

describe('F2 nothing of six streams is lost', () => {
  test('by a reload in the middle of them', async () => {
    await chat.ask('Do you survive a reload?', PRESET)
    await begun()
    await page.reload()
    await begun()
    await expectWhole('Do you survive a reload?')
  })

  test('by a connection that is lost for a while; what is typed meanwhile is kept', async () => {
    await chat.ask('Do you survive a cut?', PRESET)
    const before = await begun()
    reachable = false
    await Promise.all(sockets.splice(0).map((socket) => socket.close({ code: 4000 })))
    await page.getByText('The connection to Tutti was lost').waitFor()
    const during = await shown()
    for (const [number, text] of during.entries()) expect(text.length).toBeGreaterThanOrEqual((before[number] ?? '').length)
    await chat.composer().fill('typed while away')
    reachable = true
    await expectWhole('Do you survive a cut?')
    await expect.poll(async () => (await client.app.snapshot()).tabs.open.map((tab) => tab.draft)).toContain('typed while away')
  })

  test('by the end of the core, whose next process the page finds by itself', async () => {
    await chat.ask('Do you survive a kill?', PRESET)
    await begun()
    await tutti.kill()
    await chat.composer().fill('typed into the void')
    const port = new URL(page.url()).port
    tutti = await startTutti({ home: tutti.home })
    expect(new URL(await tutti.address()).port).toBe(port)
    client = await tutti.client()
    chat = new ConversationPage(page, client)
    await expectWhole('Do you survive a kill?')
    await expect.poll(async () => (await client.app.snapshot()).tabs.open.map((tab) => tab.draft)).toContain('typed into the void')
    await page.reload()
    await expectWhole('Do you survive a kill?')
    expect(await chat.composer().inputValue()).toBe('typed into the void')
  })
})
