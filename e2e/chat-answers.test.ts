import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from './support/stage.ts'

const TRAIN = 'A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?'
const SUM = 'What is 12 × 12 + 1?'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
  page = stage.page
  await composer().waitFor()
  await command('/preset')
  await composer().pressSequentially('vote')
  await composer().press('Enter')
  await page.getByRole('button', { name: /^Preset: .*vote/i }).waitFor()
})
afterAll(() => stage?.close())

const composer = () => page.getByRole('textbox', { name: /^Ask/ })
const ask = async (question: string) => {
  await composer().fill(question)
  await composer().press('Enter')
  await page.getByRole('heading', { name: question, level: 2 }).last().waitFor()
}
const command = async (text: string) => {
  await composer().fill(text)
  await composer().press('Enter')
}
/** The ballot and what stands below it. */
const said = async () =>
  `${await page.getByRole('article', { name: 'Which answer is best?' }).innerText()} ${await page.getByRole('group', { name: 'Answers of the members' }).innerText()}`
const agreed = () => page.getByRole('article', { name: 'Agreed answer' }).last()

describe('6 blind, truly paired votes and a personal leaderboard', () => {
  test('answers have no names until the vote; the vote counts once, can be taken back, and survives a reload', async () => {
    await page.getByRole('button', { name: 'Blind' }).click()
    await ask(TRAIN)
    const ballot = page.getByRole('article', { name: 'Which answer is best?' })
    await ballot.waitFor()
    expect(await said()).not.toMatch(/Demo|simulated|\d\.\d\d s/)
    await page.reload()
    await ballot.waitFor()
    expect(await said()).not.toMatch(/Demo|simulated|\d\.\d\d s/)
    await ballot.getByRole('button', { name: 'Answer B' }).click()
    await page.getByRole('article', { name: 'Main answer, chosen by you' }).waitFor()
    expect(await page.getByRole('group', { name: 'Answers of the members' }).innerText()).toMatch(/Demo Quick[\s\S]*Demo Careful/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await ballot.getByRole('button', { name: 'Equally good' }).click()
    await page.getByText('All equally good. 3 pairs counted.').waitFor()
    await page.getByRole('button', { name: 'Blind' }).click()
    await command('/leaderboard')
    const board = page.getByRole('dialog', { name: 'Your leaderboard' })
    await expect.poll(() => board.getByRole('row').count()).toBe(4)
    expect(await board.innerText()).toMatch(/1,000[\s\S]*3\spairs compared/)
    await page.keyboard.press('Escape')
  })
})

describe('the branches as a tree', () => {
  test('shows where the conversation forks; arrows walk through it, Enter shows another branch', async () => {
    await ask(SUM)
    await agreed().waitFor()
    await agreed().getByRole('button', { name: 'Ask again' }).click()
    await page.getByText('Branch 2 of 2').waitFor()
    await page.getByRole('button', { name: 'Show the branches as a tree' }).click()
    const tree = page.getByRole('tree', { name: 'Branches' })
    await expect.poll(() => tree.getByRole('treeitem').count()).toBe(5)
    const shown = tree.getByRole('treeitem', { selected: true })
    await shown.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByText('Branch 1 of 2').waitFor()
    await page.keyboard.press('ArrowLeft')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('true')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => tree.getByRole('treeitem').count()).toBe(3)
    await page.keyboard.press('Escape')
    await expect.poll(() => tree.count()).toBe(0)
  })
})

describe('pins, thumbs and copies', () => {
  test('a pinned answer is listed and jumped to; a thumb stays after a reload', async () => {
    await agreed().waitFor()
    await agreed().getByRole('button', { name: 'Pin this answer' }).click()
    await agreed().getByRole('button', { name: 'Good answer' }).click()
    await page.reload()
    await expect.poll(() => agreed().getByRole('button', { name: 'Good answer' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'Pinned messages' }).click()
    const drawer = page.getByRole('complementary', { name: 'Pinned messages' })
    await drawer.getByRole('button', { name: /12 × 12/ }).click()
    await page.locator('[data-flash]').getByText(SUM).waitFor()
    await drawer.getByRole('button', { name: 'Unpin this answer' }).click()
    await drawer.getByText(/Pin an answer/).waitFor()
    await page.keyboard.press('Escape')
  })

  test('an answer is copied as Markdown with its question', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await agreed().getByRole('button', { name: 'More about this answer' }).click()
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click()
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^> What is 12 × 12 \+ 1\?\n\n[\s\S]*145[\s\S]*\n\n— Demo /)
  })
})

describe('groups of conversations', () => {
  test('a conversation is pinned and put in a group, which folds, is renamed and dissolved with a way back', async () => {
    const list = page.getByRole('navigation', { name: 'Conversations' })
    if ((await list.count()) === 0) await page.getByRole('button', { name: 'Show conversations' }).click()
    await page.getByRole('button', { name: 'New conversation' }).first().click()
    await ask('How many days lie between 28 February 2024 and 1 May 2024?')
    await agreed().waitFor()
    const row = list.getByRole('button', { name: /^A train leaves/ })
    const menu = async (entry: string) => {
      await row.hover()
      await list.getByRole('button', { name: /More about A train/ }).click()
      await page.getByRole('menuitem', { name: entry }).click()
    }
    await menu('New group…')
    await page.getByRole('textbox', { name: 'Name of the group' }).fill('Travel')
    await page.keyboard.press('Enter')
    const group = list.getByRole('button', { name: /^Travel, 1/ })
    await group.click()
    await expect.poll(() => row.count()).toBe(0)
    await group.click()
    await menu('Pin')
    await list
      .getByRole('region', { name: 'Pinned' })
      .getByRole('button', { name: /^A train/ })
      .waitFor()
    await menu('Unpin')
    await list.getByRole('button', { name: 'More about the group Travel' }).click()
    await page.getByRole('menuitem', { name: 'Dissolve the group' }).click()
    await expect.poll(() => group.count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await group.waitFor()
  })
})

describe('messages are found and shown in their place', () => {
  test('words are marked, arrows choose, Enter opens the conversation and the message stands out', async () => {
    await command('/search train')
    const dialog = page.getByRole('dialog', { name: 'Search messages' })
    await dialog.getByRole('option').first().waitFor()
    expect(await dialog.getByRole('option').first().locator('mark').innerText()).toBe('train')
    await page.getByRole('combobox').fill('comes about')
    await expect.poll(() => dialog.getByRole('option').count()).toBeGreaterThan(0)
    await page.getByRole('combobox').fill('train leav')
    await expect.poll(() => dialog.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => dialog.count()).toBe(0)
    await page.locator('[data-flash]').getByText(TRAIN).waitFor()
  })

  test('what no message says is said', async () => {
    await command('/search xylophone')
    await page.getByText('No message says “xylophone”.').waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('a conversation as a file', () => {
  test.each([
    ['/export mark', /\.md$/, /12 × 12 \+ 1/],
    ['/export json', /\.json$/, /12 × 12 \+ 1/],
    ['/export pdf', /\.pdf$/, /^%PDF-/],
  ])('%s', async (text, name, content) => {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 30_000 }), command(text)])
    expect(download.suggestedFilename()).toMatch(name)
    expect(await readFile(await download.path(), 'utf8')).toMatch(content)
  })
})

test('nothing went wrong in the page', () => {
  expect(stage.errors).toEqual([])
})
