import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage } from './support/browser.ts'
import { ConversationPage } from './support/conversation-page.ts'
import { members, presetOf } from './support/ensemble.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Client } from './support/tutti.ts'

const CLAUDE = 'claude-sonnet-4-5'
const GPT = 'gpt-5-mini'
const PAIR = presetOf('pair', { strategy: 'parallel', merge: 'none' }, members().slice(0, 2))
/** About three seconds of streaming. */
const SLOW = { text: `${'one two three four '.repeat(15)}the end.`, chunkSize: 8, chunkMs: 80 }
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let stage: Stage
let server: VendorServer
let client: Client
let chat: ConversationPage

beforeAll(async () => {
  stage = await openStage({ vendors: true })
  ;({ server, client } = stage)
  chat = new ConversationPage(stage.page, client)
})
afterAll(() => stage?.close())
beforeEach(() => server.clear())

const asked = (model: string) => server.requests.filter((request) => request.model === model)

describe('D8 one member of an answer', () => {
  test('that failed is asked again, and nobody else is', async () => {
    server.script({ model: CLAUDE }, { text: 'I was here.' })
    server.script({ model: GPT }, [{ fault: { type: 'status', status: 400, message: 'Not now' } }, { text: 'Back again.' }])
    await chat.ask('Who is here after a retry?', PAIR)
    await expect.poll(() => chat.member('GPT-5 mini').innerText()).toContain('Failed')
    await chat
      .member('GPT-5 mini')
      .getByRole('button', { name: /^Retry/ })
      .click()
    await expect.poll(() => chat.member('GPT-5 mini').innerText()).toContain('Back again.')
    expect(await chat.member('claude').innerText()).toContain('I was here.')
    expect([asked(CLAUDE).length, asked(GPT).length]).toEqual([1, 2])
  })

  test('becomes the main answer, and the next turn builds on it', async () => {
    server.script({ model: CLAUDE }, { text: 'Call it Alba.' })
    server.script({ model: GPT }, { text: 'Call it Borea.' })
    await chat.ask('What shall the boat be called?', PAIR)
    await chat.ended('What shall the boat be called?')
    await chat.page.getByRole('article', { name: 'Side by side' }).getByRole('button', { name: 'GPT-5 mini' }).click()
    await expect.poll(() => chat.page.getByRole('article', { name: /Main answer/ }).innerText()).toContain('Call it Borea.')
    await chat.send('And in capitals?')
    await expect.poll(() => asked(CLAUDE).length).toBe(2)
    const next = JSON.stringify(asked(CLAUDE)[1]?.body)
    expect(next).toContain('Call it Borea.')
    expect(next).not.toContain('Call it Alba.')
  })

  test('is copied as it was written', async () => {
    server.script({ model: CLAUDE }, { text: 'A **bold** word.' })
    await chat.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await chat.ask('Say a bold word.', PAIR)
    await chat.ended('Say a bold word.')
    await chat.page.getByRole('button', { name: /^More about claude/ }).click()
    await chat.page.getByRole('menuitem', { name: 'Copy' }).click()
    await expect.poll(() => chat.page.evaluate(() => navigator.clipboard.readText())).toBe('A **bold** word.')
  })
})

describe('A1 a question is edited and sent again', () => {
  test('as a branch; the switcher goes back to the old one', async () => {
    server.script({ user: 'seventh' }, { text: 'September.' })
    server.script({ user: 'eighth' }, { text: 'October.' })
    await chat.ask('What was the seventh month of Rome?', PAIR)
    await chat.ended('What was the seventh month of Rome?')
    await chat.page.getByRole('button', { name: 'Edit and resend' }).click()
    const editor = chat.page.getByRole('form', { name: 'Edit and resend' })
    await editor.getByRole('textbox').fill('What was the eighth month of Rome?')
    await editor.getByRole('button', { name: 'Ask' }).click()
    await chat.question('What was the eighth month of Rome?').waitFor()
    await expect.poll(() => chat.member('claude').innerText()).toContain('October.')
    await chat.page.getByText('Branch 2 of 2').waitFor()
    await chat.page.getByRole('button', { name: 'Previous branch' }).click()
    await chat.question('What was the seventh month of Rome?').waitFor()
    expect(await chat.member('claude').innerText()).toContain('September.')
    expect(await chat.question('What was the eighth month of Rome?').count()).toBe(0)
  })
})

describe('F2 what streams is not lost', () => {
  test('Stop all keeps what has arrived, also over a reload', async () => {
    server.script({}, SLOW)
    await chat.ask('Will you stop all of it?', PAIR)
    await expect.poll(() => chat.member('claude').innerText()).toContain('one two')
    await chat.page.getByRole('button', { name: 'Stop all Esc' }).click()
    await expect.poll(() => chat.member('claude').innerText()).toContain('Cancelled, text kept')
    await chat.page.reload()
    await expect.poll(() => chat.member('claude').innerText()).toMatch(/Cancelled, text kept[\s\S]*one two/)
    expect(await chat.member('claude').innerText()).not.toContain('the end.')
    await expect.poll(() => asked(CLAUDE).every((request) => request.aborted)).toBe(true)
  })

  test('an answer goes on while another tab is shown', async () => {
    server.script({}, SLOW)
    await chat.ask('Do you go on without me?', PAIR)
    await expect.poll(() => chat.member('claude').innerText()).toContain('one two')
    await chat.page.getByRole('button', { name: 'New tab' }).click()
    await expect.poll(() => chat.question('Do you go on without me?').count()).toBe(0)
    await chat.ended('Do you go on without me?')
    await chat.page.getByRole('tab', { name: 'Do you go on without me?' }).click()
    await expect.poll(() => chat.member('claude').innerText()).toContain('the end.')
    expect(asked(CLAUDE)).toHaveLength(1)
  })

  test('a reload in the middle loses nothing', async () => {
    server.script({}, SLOW)
    await chat.ask('Do you survive a reload?', PAIR)
    await expect.poll(() => chat.member('claude').innerText()).toContain('one two')
    await chat.page.reload()
    await expect.poll(() => chat.member('claude').innerText()).toMatch(/Streaming[\s\S]*one two/)
    await chat.ended('Do you survive a reload?')
    await expect.poll(() => chat.member('claude').innerText()).toContain(SLOW.text.trim())
    expect(asked(CLAUDE)).toHaveLength(1)
  })

  test('the list of conversations counts the members that are done', async () => {
    server.script({ model: CLAUDE }, SLOW)
    server.script({ model: GPT }, { text: 'Soon.', firstTokenMs: 800 })
    await chat.ask('How far are you?', PAIR)
    const row = chat.page.locator('[data-row]', { hasText: 'How far are you?' })
    await expect.poll(() => row.innerText()).toContain('1 / 2')
    await chat.ended('How far are you?')
    await expect.poll(() => row.innerText()).not.toContain(' / 2')
  })

  test('two pages that are open at once see the same', async () => {
    const second = await openPage(stage.browser, await stage.tutti.address())
    server.script({}, SLOW)
    await chat.ask('Do both of you see this?', PAIR)
    await second.page.getByRole('tab', { name: 'Do both of you see this?' }).waitFor()
    await second.page.locator('[data-row]', { hasText: 'Do both of you see this?' }).click()
    const other = new ConversationPage(second.page, client)
    await expect.poll(() => other.member('claude').innerText()).toMatch(/Streaming[\s\S]*one two/)
    await expect.poll(() => other.member('claude').innerText(), { timeout: 10_000 }).toContain('the end.')
    await expect.poll(() => chat.member('claude').innerText()).toContain('the end.')
    expect(second.errors).toEqual([])
    await second.page.context().close()
  })
})

describe('A3 what goes with a question', () => {
  test('a picture from the file button reaches the models as a picture', async () => {
    await chat.newTab(PAIR)
    const [picker] = await Promise.all([
      chat.page.waitForEvent('filechooser'),
      chat.page.getByRole('button', { name: 'Attach a file' }).click(),
    ])
    await picker.setFiles({ name: 'pixel.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') })
    await chat.page.getByText('pixel.png').waitFor()
    await chat.send('What is in this picture?')
    await chat.ended('What is in this picture?')
    for (const model of [CLAUDE, GPT]) {
      expect(asked(model)).toHaveLength(1)
      expect(JSON.stringify(asked(model)[0]?.body)).toContain(PIXEL)
    }
  })

  test('a paste of 10 MB becomes a file, which is told, and a reload keeps it', async () => {
    await chat.newTab(PAIR)
    await chat.composer().fill('Before the paste.')
    await paste(10_000_000)
    await chat.page.getByText('10,000,000 pasted characters were attached as a file.').waitFor()
    await chat.page.getByText('Pasted text.txt').waitFor()
    expect(await chat.page.getByRole('button', { name: 'Paste as text' }).count()).toBe(0)
    await expect.poll(async () => (await client.app.snapshot()).tabs.open.flatMap((tab) => tab.attachments)).toHaveLength(1)
    await chat.page.reload()
    await chat.page.getByText('Pasted text.txt').waitFor()
    expect(await chat.composer().inputValue()).toBe('Before the paste.')
    expect(server.requests).toEqual([])
  })

  test('a long paste that a message may hold can be taken back into the text', async () => {
    await chat.newTab(PAIR)
    await paste(30_000)
    await chat.page.getByRole('button', { name: 'Paste as text' }).click()
    await expect.poll(async () => (await chat.composer().inputValue()).length).toBe(30_000)
    expect(await chat.page.getByText('Pasted text.txt').count()).toBe(0)
    await chat.composer().fill('')
  })
})

async function paste(characters: number): Promise<void> {
  await chat.composer().evaluate((field, length) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'x'.repeat(length))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, characters)
}

describe('F1 what a model writes is text', () => {
  const HOSTILE = [
    '<img src="http://tracker.example/raw.png" onerror="document.title=\'taken\'">',
    '<script>document.title = "taken"</script><iframe src="http://tracker.example/frame"></iframe>',
    '![a picture](https://tracker.example/picture.png)',
    '[a script](javascript:document.title="taken") and [a page](https://example.org/page?q=1)',
  ].join('\n\n')

  test('no HTML is run, no image is fetched, and links open through the gate alone', async () => {
    const { page } = chat
    const requested: string[] = []
    page.on('request', (request) => requested.push(request.url()))
    server.script({ model: CLAUDE }, { text: HOSTILE })
    await chat.ask('Show me something hostile.', PAIR)
    await chat.ended('Show me something hostile.')
    await expect.poll(() => chat.member('claude').innerText()).toContain('a page')
    expect(await chat.member('claude').locator('img, iframe, script').count()).toBe(0)
    expect(await chat.member('claude').innerText()).toContain('<script>')
    expect(await chat.member('claude').locator('a[href^="javascript"]').count()).toBe(0)

    const opened: string[] = []
    await page.context().route('https://example.org/**', (route) => route.abort())
    page.context().on('page', (popup) => opened.push(popup.url()))
    await chat.member('claude').getByRole('link', { name: 'a page' }).click()
    const gate = page.getByRole('dialog', { name: 'Open example.org?' })
    expect(await gate.innerText()).toContain('https://example.org/page?q=1')
    await gate.getByRole('button', { name: 'Cancel' }).click()
    await gate.waitFor({ state: 'hidden' })
    expect(opened).toEqual([])
    await chat.member('claude').getByRole('link', { name: 'a page' }).click()
    const [popup] = await Promise.all([page.waitForEvent('popup'), gate.getByRole('button', { name: 'Open example.org' }).click()])
    await popup.close()

    expect(await page.title()).not.toContain('taken')
    const own = new URL(page.url()).origin
    expect(requested.filter((url) => /^https?:/.test(url) && new URL(url).origin !== own)).toEqual([])
  })
})

describe('A1 the list of conversations', () => {
  test('finds the words of questions and answers', async () => {
    server.script({ user: 'zebra' }, { text: 'Its stripes are called ptarmoscope.' })
    await chat.ask('What of the zebra?', PAIR)
    await chat.ended('What of the zebra?')
    const list = chat.page.getByRole('navigation', { name: 'Conversations' })
    for (const words of ['zebra', 'ptarmoscope', 'stripes called']) {
      await list.getByRole('searchbox').fill(words)
      await expect.poll(() => list.locator('[data-row]').allInnerTexts()).toEqual([expect.stringContaining('What of the zebra?')])
    }
    await list.getByRole('searchbox').fill('xylophonist')
    await list.getByText('No conversation says “xylophonist”.').waitFor()
    await list.getByRole('searchbox').fill('')
  })
})

test('nothing was said on the console that a user would have to worry about', () => {
  expect(stage.errors).toEqual([])
})
