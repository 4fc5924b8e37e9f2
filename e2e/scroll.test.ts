import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type MessageId, PresetId } from '../src/shared/ids.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { type Client, startTutti, type Tutti } from './support/tutti.ts'

let tutti: Tutti
let client: Client
let browser: Browser
let page: Page
let title: string
beforeAll(async () => {
  tutti = await startTutti()
  browser = await startBrowser()
  client = await tutti.client()
  const conversation = await client.conversations.create({})
  let parentId: MessageId | null = null
  for (let number = 1; number <= 6; number++) {
    const sent = await client.chat.send({
      conversationId: conversation.id,
      parentId,
      text: `What is ${number} + ${number}?`,
      attachments: [],
      presetId: PresetId.parse('voting'),
      allowNoPrice: false,
    })
    await vi.waitFor(async () => expect((await client.runs.get({ id: sent.runId })).state).toBe('done'), 20_000)
    parentId = sent.answer.id
  }
  title = 'What is 1 + 1?'
  page = (await openPage(browser, await tutti.address(), { height: 560 })).page
  await page.getByRole('tab').first().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
})

/** The place of something on the page, from the top of the window. */
async function topOf(name: string): Promise<number> {
  const heading = page.getByRole('heading', { name, exact: true, level: 2 })
  await heading.waitFor()
  return (await heading.boundingBox())?.y ?? Number.NaN
}

/** Turns the wheel in the middle of the page until it rests. */
async function wheel(by: number): Promise<void> {
  await page.mouse.move(900, 400)
  await page.mouse.wheel(0, by)
}

/** Asks until the place is the same twice, as rows find their heights after they came. */
async function restingTop(name: string): Promise<number> {
  let before = Number.NaN
  await expect
    .poll(async () => {
      const now = await topOf(name)
      const rests = Math.abs(now - before) < 1
      before = now
      return rests
    })
    .toBe(true)
  return before
}

const kept = async (at: (scroll: number, scrollAt: string | undefined) => boolean) =>
  expect
    .poll(async () => {
      const { tabs } = await client.app.snapshot()
      return tabs.open.some((tab) => at(tab.scroll, tab.scrollAt))
    })
    .toBe(true)

describe('B9 a tab is found where it was left', () => {
  test('a conversation, over another tab and a reload', async () => {
    await page.getByRole('navigation', { name: 'Conversations' }).getByText(title).click()
    await page.getByRole('heading', { name: 'What is 6 + 6?' }).waitFor()
    // It opens with the newest question at the top.
    expect(await restingTop('What is 6 + 6?')).toBeLessThan(150)
    await wheel(-1200)
    const inTheMiddle = async () => {
      const names = await page.getByRole('heading', { level: 2, name: /^What is/ }).allInnerTexts()
      return names[Math.floor(names.length / 2)] ?? ''
    }
    await expect.poll(inTheMiddle).not.toBe('What is 6 + 6?')
    const sought = await inTheMiddle()
    const left = await restingTop(sought)
    await kept((_scroll, at) => at !== undefined)
    await page.keyboard.press('Control+,')
    await page.getByRole('heading', { name: 'Providers', level: 2 }).waitFor()
    await page.getByRole('tab', { name: title }).click()
    expect(Math.abs((await restingTop(sought)) - left)).toBeLessThan(8)
    await page.reload()
    expect(Math.abs((await restingTop(sought)) - left)).toBeLessThan(8)
  })

  test('the effects of a run, over a reload', async () => {
    const [run] = await client.runs.list({ limit: 1 })
    await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Runs' }).click()
    const runs = page.getByRole('navigation', { name: 'Runs' })
    await runs.getByRole('button', { name: new RegExp(run?.title.replace(/[+?]/g, '\\$&') ?? '') }).click()
    await page.getByRole('radio', { name: 'Effects' }).click()
    const table = page.getByRole('table', { name: 'Effects' })
    const topOfTable = () => table.evaluate((element) => Math.round(element.closest('[data-virtuoso-scroller]')?.scrollTop ?? -1))
    await table.getByRole('button', { name: 'm1/model/0' }).click()
    await table.getByRole('region', { name: 'm1/model/0' }).waitFor()
    await page.setViewportSize({ width: 720, height: 560 })
    await page.mouse.move(400, 300)
    await page.mouse.wheel(0, 60)
    await expect.poll(topOfTable).toBeGreaterThan(20)
    const left = await topOfTable()
    await kept((scroll) => scroll === left)
    await page.reload()
    await expect.poll(topOfTable).toBe(left)
    await page.setViewportSize({ width: 1440, height: 560 })
    await page.getByRole('tab', { name: title }).first().click()
  })

  test('a page of settings', async () => {
    await page.keyboard.press('Control+,')
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Shortcuts' }).click()
    await page.getByRole('heading', { name: 'Shortcuts', level: 2 }).waitFor()
    await wheel(120)
    await kept((scroll) => scroll === 120)
    const left = await topOf('Shortcuts')
    await page.getByRole('tab', { name: title }).click()
    await page.getByRole('tab', { name: 'Settings' }).click()
    await expect.poll(() => topOf('Shortcuts')).toBe(left)
    await page.reload()
    await expect.poll(() => topOf('Shortcuts')).toBe(left)
    // Another page begins at its top.
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Appearance' }).click()
    expect(await topOf('Appearance')).toBeGreaterThan(0)
  })
})
