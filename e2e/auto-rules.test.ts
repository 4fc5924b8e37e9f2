import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openPage, startBrowser } from './support/browser.ts'
import { type Client, startTutti, type Tutti } from './support/tutti.ts'

let tutti: Tutti
let client: Client
let browser: Browser
let page: Page
let rules: Locator

beforeAll(async () => {
  tutti = await startTutti()
  browser = await startBrowser()
  client = await tutti.client()
  page = (await openPage(browser, await tutti.address())).page
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Routing', exact: true }).click()
  rules = page.getByRole('region', { name: 'Rules of Auto' })
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
})

const auto = async () => (await client.app.snapshot()).settings.auto
const saved = async () => (await auto()).rules
const field = (label: string) => rules.getByRole('textbox', { name: label, exact: true })
const save = () => rules.getByRole('button', { name: 'Save the rule' })
const menu = async (when: string, entry: string) => {
  await rules.getByRole('button', { name: `More about the rule for ${when}` }).click()
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
}
const choose = async (label: string, option: string) => {
  await rules.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const Axe = z.object({ violations: z.array(z.object({ id: z.string() })) })

describe('B8 the rules of Auto are edited on the page', () => {
  test('every condition and action can be set, and what is wrong is said while it is typed', async () => {
    await rules.getByRole('button', { name: 'Add a rule' }).click()
    expect(await save().isDisabled()).toBe(true)
    await expect.poll(() => rules.innerText()).toContain('The rule does nothing yet.')
    await choose('Answer by', 'Vote')
    expect(await save().isEnabled()).toBe(true)
    await field('Languages').fill('german')
    await expect.poll(() => rules.innerText()).toContain('“german” is not a language of two letters.')
    await field('Complexity from').fill('70')
    await field('Complexity up to').fill('40')
    await expect.poll(() => rules.innerText()).toContain('Complexity up to is below where it begins.')
    await field('Characters from').fill('many')
    await expect.poll(() => rules.innerText()).toContain('“many” is not a number.')
    expect(await save().isDisabled()).toBe(true)
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    expect(Axe.parse(await page.evaluate('axe.run(document.querySelector("main"))')).violations.map(({ id }) => id)).toEqual([])
    await rules.getByRole('checkbox', { name: 'Code' }).check()
    await rules.getByRole('checkbox', { name: 'A text that is there' }).check()
    for (const [label, answer] of [
      ['Needs a tool', 'No'],
      ['Changes from day to day', 'No'],
      ['Has to be right', 'Yes'],
    ] as const)
      await rules.getByRole('radiogroup', { name: label }).getByRole('radio', { name: answer }).click()
    await field('Languages').fill('DE, fr')
    await field('Complexity up to').fill('90')
    await field('Characters from').fill('100')
    await field('Characters up to').fill('5000')
    await field('Left of the budget').fill('0.25')
    await field('Members at most').fill('3')
    await choose('A cascade ends', 'When two agree')
    await rules.getByRole('switch', { name: 'On this computer alone' }).click()
    await field('Because').fill('our code stays here')
    await save().click()
    await expect.poll(saved).toMatchObject([
      {
        when: {
          taskTypes: ['code'],
          patterns: ['given-text'],
          languages: ['de', 'fr'],
          needsTools: false,
          freshness: false,
          precision: true,
          complexityAtLeast: 0.7,
          complexityAtMost: 0.9,
          charactersAtLeast: 100,
          charactersAtMost: 5000,
          leftMicrosAtMost: 250_000,
        },
        action: { strategy: 'voting', maxMembers: 3, localOnly: true, stopOn: 'agreement' },
        because: 'our code stays here',
      },
    ])
    expect(await rules.getByRole('listitem').first().innerText()).toMatch(/Code.*DE or FR[\s\S]*Because our code stays here\./)
  })

  test('a rule that ships is edited as one’s own, which then decides', async () => {
    await menu('Small talk or Unclear', 'Edit as my own')
    await choose('Answer by', 'Side by side')
    await save().click()
    await expect
      .poll(async () => (await saved())[0])
      .toMatchObject({
        when: { patterns: ['small-talk', 'unclear'] },
        action: { strategy: 'parallel', maxMembers: 2 },
        because: 'you want it so',
      })
    await page.keyboard.press('Control+t')
    await page.getByRole('textbox', { name: /^Ask/ }).fill('hello')
    await expect.poll(() => page.getByRole('form').innerText()).toMatch(/because you want it so/)
    await page.getByRole('tab', { name: /Settings/ }).click()
  })

  test('rules are moved, edited, switched off and deleted; deleting is undone in its place', async () => {
    const order = async () => (await saved()).map(({ action }) => action.strategy)
    expect(await order()).toEqual(['parallel', 'voting'])
    await menu('Code, A text', 'Move up')
    await expect.poll(order).toEqual(['voting', 'parallel'])
    await menu('Code, A text', 'Edit')
    await field('Members at most').fill('2')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await saved()).map(({ action }) => action.maxMembers)).toEqual([2, 2])
    await rules.getByRole('switch').first().click()
    await expect.poll(async () => (await auto()).off).toEqual([(await saved())[0]?.id])
    await menu('Code, A text', 'Delete')
    await expect.poll(order).toEqual(['parallel'])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(order).toEqual(['voting', 'parallel'])
  })
})
