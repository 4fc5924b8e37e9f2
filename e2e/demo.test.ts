import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage, startBrowser } from './support/browser.ts'
import { newHome, run, startTutti, type Tutti } from './support/tutti.ts'

const TRAIN = 'A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?'
const DAYS = 'How many days lie between 28 February 2024 and 1 May 2024?'

/** Preset, question, what the answer must contain, and who is asked. */
const CASES = [
  ['Side by side', 'parallel', 'Convert 68 °F, 5 lb 3 oz and 12 fl oz to metric units.', /354\.9/, 3],
  ['First good answer', 'sequential', 'What is 17 % of 2,340?', /397\.8/, 1],
  ['Vote', 'voting', TRAIN, /17:25/, 3],
  ['Cheap first', 'cascade', DAYS, /63/, 3],
  ['Specialist', 'expert', 'What is 12 × 12 + 1?', /145/, 1],
] as const

describe('F6 offline, without a key: the demo ensemble on the command line', () => {
  test.each(CASES)('%s', async (_, preset, question, answer, asked) => {
    const home = newHome()
    const { code, stdout, stderr } = await run(['ask', question, '--preset', preset, '--json'], home)
    expect(code, stderr).toBe(0)
    const result = JSON.parse(stdout)
    expect(result.answer).toMatch(answer)
    expect(result.members.filter((member: { state: string }) => member.state === 'done')).toHaveLength(asked)
    expect(result.costMicros).toBe(0)
  })

  test('voting is right where one member is wrong', async () => {
    const { stdout } = await run(['ask', TRAIN, '--preset', 'voting', '--json'], newHome())
    const { answer, agreement, members } = JSON.parse(stdout)
    expect(answer).toContain('17:25')
    expect(agreement).toEqual({ agree: 2, of: 3 })
    expect(members.filter((member: { text: string }) => !member.text.includes('17:25'))).toHaveLength(1)
  })

  test('anything else is answered with an honest sentence, not with an error', async () => {
    for (const preset of ['parallel', 'sequential', 'voting', 'cascade', 'expert']) {
      const { code, stdout } = await run(['ask', 'Write a poem about the sea.', '--preset', preset], newHome())
      expect(stdout, preset).toMatch(/simulated demo member/)
      expect(code, preset).toBe(0)
    }
  })
})

describe('F6 offline, without a key: the demo ensemble in the page', () => {
  let tutti: Tutti
  let browser: Browser
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    tutti = await startTutti()
    browser = await startBrowser()
    const opened = await openPage(browser, await tutti.address())
    page = opened.page
    errors = opened.errors
  })
  afterAll(async () => {
    await browser?.close()
    await tutti?.close()
  })

  test('a newcomer gets an agreed answer with one click, labelled as simulated', async () => {
    await page.getByRole('button', { name: /A vote corrects a member/ }).click()
    const answer = page.getByRole('article', { name: 'Agreed answer' })
    await expect.poll(() => answer.innerText(), { timeout: 10_000 }).toMatch(/2 of 3 agree[\s\S]*17:25/)
    const members = page.getByRole('group', { name: 'Answers of the members' })
    expect(await members.innerText()).toMatch(/Demo · simulated/)
    expect(await members.innerText()).toMatch(/Dissents/)
  })

  test.each(CASES)('%s', async (name, _, question, answer) => {
    await page.getByRole('button', { name: 'New tab' }).click()
    await page.getByRole('button', { name: /^Preset:/ }).click()
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
    await page.getByRole('textbox', { name: /^Ask/ }).fill(question)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByRole('heading', { name: question, level: 2 }).waitFor()
    await expect.poll(() => page.getByRole('main').innerText(), { timeout: 10_000 }).toMatch(answer)
    await page.getByRole('button', { name: 'Ask', exact: true }).waitFor()
  })

  test('reloading the page in the middle of an answer loses nothing', async () => {
    await page.getByRole('button', { name: 'New tab' }).click()
    await page.getByRole('textbox', { name: /^Ask/ }).fill(TRAIN)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByRole('heading', { name: TRAIN, level: 2 }).waitFor()
    await page.reload()
    await expect.poll(() => page.getByRole('main').innerText(), { timeout: 10_000 }).toMatch(/17:25/)
  })

  test('a draft survives a restart of the app', async () => {
    await page.getByRole('button', { name: 'New tab' }).click()
    await page.getByRole('textbox', { name: /^Ask/ }).fill('A thought that is not finished')
    const client = await tutti.client()
    const drafts = async () => (await client.app.snapshot()).tabs.open.map((tab) => tab.draft)
    await expect.poll(drafts).toContain('A thought that is not finished')
    await tutti.kill()
    tutti = await startTutti({ home: tutti.home })
    const { page: second } = await openPage(browser, await tutti.address())
    await expect.poll(() => second.getByRole('textbox', { name: /^Ask/ }).inputValue()).toBe('A thought that is not finished')
  })

  test('the console stays clean', () => {
    expect(errors.filter((error) => !/WebSocket|ERR_CONNECTION_REFUSED/.test(error))).toEqual([])
  })
})
