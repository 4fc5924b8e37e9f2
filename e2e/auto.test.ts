import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage, startBrowser } from './support/browser.ts'
import { newHome, run, startTutti, type Tutti } from './support/tutti.ts'

const SUM = 'What is 17 * 23?'
const REASON = /Auto chose voting with three members because it has one short right answer/

describe('B8 Auto, offline and without a choice of the user', () => {
  let tutti: Tutti
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    tutti = await startTutti()
    browser = await startBrowser()
    page = (await openPage(browser, await tutti.address())).page
  })
  afterAll(async () => {
    await browser?.close()
    await tutti?.close()
  })

  test('says before a message is sent what it would choose, and afterwards what it chose, with the reason', async () => {
    await page.getByRole('button', { name: /^Preset: .*auto/i }).waitFor()
    const composer = page.getByRole('form')
    await page.getByRole('textbox', { name: /^Ask/ }).fill(SUM)
    await expect.poll(() => composer.innerText()).toMatch(/Auto would choose voting with three members because/)
    await page.getByRole('textbox', { name: /^Ask/ }).fill('hello')
    await expect.poll(() => composer.innerText()).toMatch(/Auto would choose .* because one cheap member is enough/)
    await page.getByRole('textbox', { name: /^Ask/ }).fill(SUM)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByRole('heading', { name: SUM, level: 2 }).waitFor()
    const main = page.getByRole('main')
    await expect.poll(() => main.innerText(), { timeout: 10_000 }).toMatch(/agree[\s\S]*391/)
    expect(await main.innerText()).toMatch(REASON)
  })

  test('the command line prints the reason beside the answer, not in it', async () => {
    const { code, stdout, stderr } = await run(['ask', SUM], newHome())
    expect(code, stderr).toBe(0)
    expect(stdout).toContain('391')
    expect(stdout).not.toContain('Auto chose')
    expect(stderr).toMatch(REASON)
  })
})
