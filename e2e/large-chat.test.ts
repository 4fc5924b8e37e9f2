import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageId } from '../src/shared/ids.ts'
import { startVendorServer, type VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { ConversationPage } from './support/conversation-page.ts'
import { connectVendors, members, presetOf } from './support/ensemble.ts'
import { askLongChat } from './support/long-chat.ts'
import { type Client, startTutti, type Tutti } from './support/tutti.ts'

const TURNS = 500
const TITLE = 'The long chat'
const ONE = presetOf('one', { strategy: 'parallel', merge: 'none' }, members().slice(0, 1))
const PAIR = presetOf('pair', { strategy: 'parallel', merge: 'none' }, members().slice(0, 2))
const question = (turn: number) => `What was unloaded on day ${turn}${turn === 137 ? ', the day of the pomegranates' : ''}?`

let server: VendorServer
let tutti: Tutti
let client: Client
let browser: Browser
let page: Page
let chat: ConversationPage

beforeAll(async () => {
  server = await startVendorServer()
  server.script({}, ({ lastUser }) => ({ text: `${lastUser}\n\n- Wine and oil\n- **Timber**, as on most days`, chunkSize: 400 }))
  tutti = await startTutti()
  browser = await startBrowser()
  client = await tutti.client()
  await connectVendors(client, server)
  await client.presets.save(ONE)
  const id = await askLongChat(client, ONE.id, TURNS, question)
  await client.conversations.update({ id, title: TITLE })
  ;({ page } = await openPage(browser, await tutti.address()))
  chat = new ConversationPage(page, client)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
  await server?.close()
})

const openLong = async () => {
  await page.getByRole('button', { name: TITLE }).first().click()
  await chat.question(question(TURNS)).waitFor()
}
/** Of 1,000 messages, which stand in the page at this moment. */
const mounted = () => page.locator('[data-turn]').count()
/** Where a question stands in the window, in px. */
const topOf = async (turn: number) => (await chat.question(question(turn)).boundingBox())?.y ?? Number.NaN

describe('D8 a chat of 1,000 messages', () => {
  test('opens at its end with few of them in the page, also while it is scrolled', async () => {
    await openLong()
    expect(await mounted()).toBeLessThanOrEqual(60)
    await page.getByRole('region', { name: TITLE }).hover()
    const seen: number[] = []
    for (let wheel = 0; wheel < 20; wheel += 1) {
      await page.mouse.wheel(0, -1_500)
      seen.push(await mounted())
    }
    await expect.poll(() => chat.question(question(TURNS)).count()).toBe(0)
    expect(Math.max(...seen)).toBeLessThanOrEqual(60)
  })

  test('scrolls to a message that was searched, and stands there after another tab was shown', async () => {
    await chat.composer().fill('/search pomegranates')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Search messages' })
    await dialog.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => dialog.count()).toBe(0)
    await chat.question(question(137)).waitFor()
    await expect.poll(async () => (await topOf(137)) < 450).toBe(true)
    expect(await mounted()).toBeLessThanOrEqual(60)
    const before = await topOf(137)
    const shown = page.getByRole('tab', { selected: true })
    await page.keyboard.press('Control+,')
    await expect.poll(() => shown.innerText()).toContain('Settings')
    await page.getByRole('tab', { name: TITLE }).click()
    await chat.question(question(137)).waitFor()
    await expect.poll(async () => Math.abs((await topOf(137)) - before) < 5).toBe(true)
    await page.reload()
    await chat.question(question(137)).waitFor()
    await expect.poll(async () => Math.abs((await topOf(137)) - before) < 5).toBe(true)
  })

  test('has every text whole where it is read, however far from the end', async () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ')
    const conversation = await client.conversations.create({ title: 'Long questions' })
    let parentId: MessageId | null = null
    for (let turn = 0; turn < 16; turn += 1) {
      const text = `${turn === 0 ? 'The first' : 'Another'} of them: ${words}`
      const asked = { conversationId: conversation.id, parentId, presetId: ONE.id, text, attachments: [], allowNoPrice: true }
      const { answer, runId } = await client.chat.send(asked)
      for await (const _ of await client.runs.watch({ id: runId, after: null }));
      parentId = answer.id
    }
    await page.getByRole('button', { name: 'New tab' }).click()
    await page.getByRole('navigation', { name: 'Conversations' }).getByText('Long questions').click()
    await page
      .getByRole('heading', { name: /^Another of them/ })
      .first()
      .waitFor()
    await page.getByRole('region', { name: 'Long questions' }).hover()
    const first = page.getByRole('heading', { name: /^The first of them/ })
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, -4_000)
        return await first.count()
      })
      .toBe(1)
    await expect.poll(() => first.innerText()).toContain('word399')
  })

  test('goes on streaming while another tab is shown', async () => {
    server.script({ user: 'slowly' }, { text: `${'one two three four '.repeat(20)}the end.`, chunkSize: 8, chunkMs: 50 })
    await chat.ask('Count slowly.', PAIR)
    await expect.poll(() => chat.member('claude').innerText()).toContain('one two')
    await page.getByRole('tab', { name: TITLE }).click()
    await expect.poll(() => chat.question('Count slowly.').count()).toBe(0)
    await chat.ended('Count slowly.')
    await page.getByRole('tab', { name: /Count slowly/ }).click()
    await expect.poll(() => chat.member('claude').innerText()).toContain('the end.')
  })
})
