import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openPage, startBrowser } from './support/browser.ts'
import { startTutti, type Tutti } from './support/tutti.ts'

const AXE = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8')
const Violations = z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }))
const LOOKS = [
  ['light', 1440],
  ['dark', 1440],
  ['light', 720],
  ['dark', 720],
  ['light, more contrast', 1440],
  ['dark, more contrast', 1440],
] as const
const SECTIONS = [
  'Providers',
  'Models and prices',
  'Presets',
  'Strategies',
  'Budgets',
  'Routing',
  'Tools',
  'Policies',
  'Shortcuts',
  'Appearance',
  'Language',
  'Export or import',
  'Data',
  'Diagnostics',
] as const

let tutti: Tutti
let browser: Browser
beforeAll(async () => {
  tutti = await startTutti()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
})

/** What axe-core finds serious or critical, with the elements. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate('axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)')
  return Violations.parse(found)
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
}

const newTab = (page: Page) => page.getByRole('button', { name: 'New tab' }).click()

describe.each(LOOKS)('D8 no serious barrier, %s at %d', (look, width) => {
  let page: Page
  beforeAll(async () => {
    const more = look.endsWith('more contrast') ? { contrast: 'more' as const } : {}
    page = (await openPage(browser, await tutti.address(), { width, dark: look.startsWith('dark'), ...more })).page
  })
  afterAll(() => page?.context().close())

  test('on the first page', async () => {
    await newTab(page)
    await page.getByRole('button', { name: /A vote corrects a member/ }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('on an answer, and with the trace open', async () => {
    await page.getByRole('button', { name: /A vote corrects a member/ }).click()
    await page.getByText('2 of 3 agree').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Why this answer' }).click()
    await page.getByRole('complementary', { name: 'Why this answer' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('complementary', { name: 'Why this answer' }).getByRole('button', { name: 'Close' }).click()
  })

  test('in every section of Settings', async () => {
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    for (const section of SECTIONS) {
      if (width > 1000) await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: section, exact: true }).click()
      else await chooseSection(page, section)
      await page.getByRole('heading', { name: section, level: 2 }).waitFor()
      expect([section, await violations(page)]).toEqual([section, []])
    }
  })
})

describe.each(LOOKS)('D8 no serious barrier around the tabs, %s at %d', (look, width) => {
  let page: Page
  beforeAll(async () => {
    const more = look.endsWith('more contrast') ? { contrast: 'more' as const } : {}
    page = (await openPage(browser, await tutti.address(), { width, dark: look.startsWith('dark'), tour: true, ...more })).page
    await page.getByRole('tab').first().waitFor()
  })
  afterAll(() => page?.context().close())

  test('in every place of the rail', async () => {
    const places = page.getByRole('navigation', { name: 'Places' }).getByRole('button')
    for (const name of await places.allInnerTexts()) {
      await places.filter({ hasText: name }).click()
      await expect.poll(() => page.getByRole('tabpanel').first().innerText()).not.toBe('')
      expect([name, await violations(page)]).toEqual([name, []])
    }
  })

  test('in the palette, the list of keys, the menu of a tab and two tabs side by side', async () => {
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog', { name: 'Search or run a command' }).getByRole('option').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { selected: true }).click({ button: 'right' })
    await page.getByRole('menu').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+\\')
    // A narrow window has room for one.
    await expect.poll(() => page.getByRole('tabpanel').count()).toBe(width > 1000 ? 2 : 1)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+\\')
  })
})

describe.each(LOOKS)('D8 no serious barrier in what opens over a conversation, %s at %d', (look, width) => {
  let page: Page
  const opened = [
    ['/search train', 'Search messages'],
    ['/prompts', 'Prompt library'],
    ['/board', 'Your leaderboard'],
    ['/tree', 'Branches'],
    ['/pins', 'Pinned messages'],
  ] as const
  beforeAll(async () => {
    const more = look.endsWith('more contrast') ? { contrast: 'more' as const } : {}
    page = (await openPage(browser, await tutti.address(), { width, dark: look.startsWith('dark'), ...more })).page
    await newTab(page)
    await page.getByRole('button', { name: /A vote corrects a member/ }).click()
    await page.getByText('2 of 3 agree').first().waitFor()
  })
  afterAll(() => page?.context().close())

  test.each(opened)('%s', async (command, name) => {
    await page.getByRole('textbox', { name: /^Ask a follow-up/ }).fill(command)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name }).or(page.getByRole('complementary', { name })).first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
  })
})

async function chooseSection(page: Page, section: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Section' }).click()
  await page.getByRole('option', { name: section, exact: true }).click()
}

describe('D8 with the keyboard alone', () => {
  let page: Page
  beforeAll(async () => {
    page = (await openPage(browser, await tutti.address())).page
  })
  afterAll(() => page?.context().close())

  /** The name of what has the focus; empty where that is nothing to act on. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      const acts = element?.matches('button, a, input, textarea, [role="tab"]') ?? false
      return acts ? (element?.getAttribute('aria-label') ?? element?.textContent ?? '') : ''
    })

  async function tabTo(words: RegExp): Promise<void> {
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab')
      if (words.test(await focused())) return
    }
    throw new Error(`60 times Tab did not reach ${words}.`)
  }

  test('the first example is asked, the trace opened and closed, tabs changed', async () => {
    await page.getByRole('tablist').waitFor()
    await tabTo(/^New tab/)
    await page.keyboard.press('Enter')
    await page.getByText('Ask once. Several models answer.').waitFor()
    await tabTo(/A vote corrects a member/)
    await page.keyboard.press('Enter')
    await page.getByText('2 of 3 agree').first().waitFor()
    await tabTo(/Why this answer/)
    await page.keyboard.press('Enter')
    const trace = page.getByRole('complementary', { name: 'Why this answer' })
    await trace.waitFor()
    await tabTo(/^Close/)
    await page.keyboard.press('Escape')
    await trace.waitFor({ state: 'hidden' })
    expect(await focused()).toContain('Why this answer')
    const shown = page.getByRole('tab', { selected: true })
    const before = await shown.innerText()
    await page.keyboard.press('Control+,')
    await expect.poll(() => shown.innerText()).toContain('Settings')
    await shown.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => shown.innerText()).not.toContain('Settings')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => shown.innerText()).toContain('Settings')
    await page.keyboard.press('Delete')
    await expect.poll(() => page.getByRole('tab', { name: 'Settings' }).count()).toBe(0)
    await page.getByRole('tab', { name: before }).first().waitFor()
  })
})
