import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PresetId } from '../src/shared/ids.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { type Client, startTutti, type Tutti } from './support/tutti.ts'

let tutti: Tutti
let client: Client
let browser: Browser
beforeAll(async () => {
  tutti = await startTutti()
  browser = await startBrowser()
  client = await tutti.client()
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
})

async function open(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const { page } = await openPage(browser, await tutti.address(), options)
  await page.getByRole('tab').first().waitFor()
  return page
}
const titles = (page: Page) => page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('title')))
const selected = (page: Page) => page.getByRole('tab', { selected: true })
const strip = async () => (await client.app.snapshot()).tabs

describe('the first minute', () => {
  test.each(['en-US', 'de-DE'])('begins with at most 400 kB, compressed, in %s', async (locale) => {
    const context = await browser.newContext({ locale })
    const page = await context.newPage()
    const bodies: Promise<number>[] = []
    page.on('response', (response) => {
      // Fonts are compressed as they are.
      bodies.push(response.body().then((body) => (response.url().endsWith('.woff2') ? body.length : gzipSync(body).length)))
    })
    await page.goto(await tutti.address(), { waitUntil: 'networkidle' })
    await page.getByRole('tab').first().waitFor()
    const sizes = await Promise.all(bodies.map((size) => size.catch(() => 0)))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(400_000)
    expect(sizes.length).toBeGreaterThan(5)
    await context.close()
  })

  test('a tour asks the built-in members and ends with their answer, in less than a minute', async () => {
    const page = await open({ tour: true })
    const tour = page.getByRole('region', { name: 'Tour' })
    const started = performance.now()
    await tour.getByRole('button', { name: 'Ask the example' }).click()
    await tour.getByRole('heading', { name: 'This is what they agree on' }).waitFor()
    await page.getByText('2 of 3 agree').first().waitFor()
    await tour.getByRole('button', { name: 'Next' }).click()
    await tour.getByRole('button', { name: 'Done' }).click()
    expect(performance.now() - started).toBeLessThan(60_000)
    await page.reload()
    await page.getByText('2 of 3 agree').first().waitFor()
    expect(await tour.count()).toBe(0)
    await page.context().close()
  })
})

describe('the first question of one’s own', () => {
  test('is not in the way of the tour, which goes on with its answer', async () => {
    const fresh = await startTutti()
    const { page } = await openPage(browser, await fresh.address(), { tour: true })
    const tour = page.getByRole('region', { name: 'Tour' })
    await tour.waitFor()
    await page.getByRole('textbox', { name: /^Ask/ }).fill('What day was 14 July 1789?')
    expect(await tour.count()).toBe(0)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await tour.getByRole('heading', { name: 'This is what they agree on' }).waitFor()
    await page.getByRole('textbox', { name: /^Ask a follow-up/ }).fill('What is the capital of France?')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByText('None of the built-in members can answer this.').waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Add a provider key' }).click()
    await page.getByRole('heading', { name: 'Providers', level: 2 }).waitFor()
    await page.context().close()
    await fresh.close()
  })
})

describe('B15 the palette, with the keyboard alone', () => {
  test('finds places, conversations, runs, settings and commands', async () => {
    const { id } = await client.conversations.create({})
    const question = { conversationId: id, parentId: null, attachments: [], presetId: PresetId.parse('voting'), allowNoPrice: false }
    await client.chat.send({ ...question, text: 'A train leaves at 9:10 and takes 50 min. When does it arrive?' })
    const page = await open()
    const palette = page.getByRole('dialog', { name: 'Search or run a command' })
    const find = async (text: string, option: RegExp) => {
      await page.keyboard.press('Control+K')
      await palette.waitFor()
      await page.keyboard.type(text)
      await palette.getByRole('option', { name: option }).first().waitFor()
    }
    await find('train', /A train leaves/)
    const headings = palette.locator('[cmdk-group-heading]')
    await expect.poll(() => headings.allInnerTexts()).toEqual(expect.arrayContaining(['Chat', 'Runs']))
    await page.keyboard.press('Escape')
    await find('go to runs', /Go to Runs/)
    await page.keyboard.press('Enter')
    await expect.poll(() => selected(page).innerText()).toContain('Runs')
    await find('text size', /Text size/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Appearance', level: 2 }).waitFor()
    await find('>dark', /Dark theme/)
    expect(await palette.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await client.settings.update({ appearance: { ...(await client.app.snapshot()).settings.appearance, theme: 'system' } })
    await page.keyboard.press('Control+K')
    await palette.waitFor()
    await page.keyboard.type('nothing is called this')
    await palette.getByText('Nothing here is called').waitFor()
    await page.context().close()
  })

  test('keys are listed, and a person’s own ones hold', async () => {
    await client.settings.update({ shortcuts: { 'chat.new': 'Ctrl+Alt+N' } })
    const page = await open()
    await page.keyboard.press('Control+/')
    const legend = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(await legend.getByText('New conversation').locator('xpath=..').innerText()).toMatch(/Ctrl\s*Alt\s*N/)
    await page.keyboard.press('Escape')
    const before = (await titles(page)).length
    await page.keyboard.press('Control+,')
    await page.keyboard.press('Control+Alt+N')
    await expect.poll(() => selected(page).innerText()).toContain('New conversation')
    expect((await titles(page)).length).toBeGreaterThanOrEqual(before)
    await client.settings.update({ shortcuts: {} })
    await page.context().close()
  })
})

describe('E11 tabs', () => {
  test('are moved by keys and by dragging, pinned, closed and opened again with their draft', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'New tab' }).click()
    await page.getByRole('textbox', { name: 'Ask' }).fill('A draft that must not be lost')
    await expect.poll(async () => (await strip()).open.map((tab) => tab.draft)).toContain('A draft that must not be lost')
    const id = (await selected(page).getAttribute('data-tab')) ?? ''
    const place = async () => (await strip()).open.findIndex((tab) => tab.id === id)
    const last = (await strip()).open.length - 1
    await expect.poll(place).toBe(last)
    await page.keyboard.press('Control+Shift+PageUp')
    await expect.poll(place).toBe(last - 1)
    await page.locator(`[data-tab="${id}"]`).dragTo(page.getByRole('tab').first())
    await expect.poll(place).toBe(0)

    await page.locator(`[data-tab="${id}"]`).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Pin tab' }).click()
    await expect.poll(async () => (await strip()).open[0]?.pinned).toBe(true)
    await page.locator(`[data-tab="${id}"]`).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Close tab' }).click()
    await expect.poll(place).toBe(-1)
    await page.keyboard.press('Control+Shift+T')
    await expect.poll(() => page.getByRole('textbox', { name: 'Ask' }).inputValue()).toBe('A draft that must not be lost')
    await expect.poll(place).toBe(0)
    await page.context().close()
  })

  test('of a kind of a newer version are kept, and said to be such', async () => {
    const changes = [{ type: 'open' as const, tab: tabOf('future', 'hologram'), after: null }]
    await client.app.changeTabs({ by: 'test', changes })
    const page = await open()
    await page.getByRole('tab', { name: 'Unknown tab' }).click()
    await page.getByText('This tab comes from a newer version of Tutti').waitFor()
    await client.app.changeTabs({ by: 'test', changes: [{ type: 'close', id: 'future', spareId: 'spare' }] })
    await page.getByRole('tab', { name: 'Unknown tab' }).waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('two stand side by side, share the width as they are told, and are there after a reload', async () => {
    const page = await open()
    await page.keyboard.press('Control+,')
    await page.keyboard.press('Control+\\')
    const panels = page.getByRole('tabpanel')
    await expect.poll(() => panels.count()).toBe(2)
    const handle = page.getByRole('separator', { name: 'Width of the two sides' })
    await handle.focus()
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowLeft')
    await expect.poll(() => handle.getAttribute('aria-valuenow')).toBe('35')
    await page.reload()
    await expect.poll(() => panels.count()).toBe(2)
    expect(await handle.getAttribute('aria-valuenow')).toBe('35')
    const [left, right] = await panels.evaluateAll((all) => all.map((panel) => panel.getBoundingClientRect().width))
    expect((left ?? 0) / ((left ?? 0) + (right ?? 1))).toBeCloseTo(0.35, 1)
    const before = await selected(page).getAttribute('title')
    await page.keyboard.press('F6')
    await expect.poll(() => selected(page).getAttribute('title')).not.toBe(before)
    await page.keyboard.press('Control+\\')
    await expect.poll(() => panels.count()).toBe(1)
    await page.context().close()
  })

  test('one has a window of its own, let in without anything secret in an address, and stays in step', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'New tab' }).click()
    const id = (await selected(page).getAttribute('data-tab')) ?? ''
    const popup = page.waitForEvent('popup')
    await page.locator(`[data-tab="${id}"]`).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Open tab in a window of its own' }).click()
    const own = await popup
    await own.getByRole('textbox', { name: 'Ask' }).fill('From the other window')
    expect(own.url()).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/#tab=${id}$`))
    expect(await own.getByRole('tablist').count()).toBe(0)
    await expect.poll(() => page.getByRole('textbox', { name: 'Ask' }).inputValue()).toBe('From the other window')
    await own.reload()
    await expect.poll(() => own.getByRole('textbox', { name: 'Ask' }).inputValue()).toBe('From the other window')
    await page.context().close()
  })
})

describe('B15 languages', () => {
  test('follow the browser; another one is chosen for all windows, and no draft is lost by it', async () => {
    const page = await open({ locale: 'de-DE' })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    await page.getByRole('button', { name: 'Neuer Tab' }).click()
    await page.getByText('Einmal fragen. Mehrere Modelle antworten.').waitFor()
    await page.getByRole('button', { name: /^Preset:/ }).click()
    await page.getByRole('menuitem', { name: /Abstimmung/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Etwas fragen' }).fill('Ein Entwurf')
    const { appearance } = (await client.app.snapshot()).settings
    await client.settings.update({ appearance: { ...appearance, language: 'fr' } })
    await page.getByRole('button', { name: 'Nouvel onglet' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr')
    expect(await page.getByRole('textbox', { name: 'Posez une question' }).inputValue()).toBe('Ein Entwurf')
    await client.settings.update({ appearance: { ...appearance, language: 'system' } })
    await page.getByRole('button', { name: 'Neuer Tab' }).waitFor()
    await page.context().close()
  })
})

function tabOf(id: string, kind: string) {
  return { id, kind, place: '', conversationId: null, draft: '', attachments: [], presetId: null, scroll: 0, pinned: false }
}
