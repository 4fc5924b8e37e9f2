import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from './support/stage.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
  page = stage.page
  await composer().waitFor()
})
afterAll(() => stage?.close())

const composer = () => page.getByRole('textbox', { name: /^Ask/ })
const options = () => page.getByRole('listbox').getByRole('option')
const newTab = () => page.getByRole('button', { name: 'New tab' }).click()

describe('B9 slash commands, by keyboard alone', () => {
  test('the list narrows while one types, and Esc leaves the text as it is', async () => {
    await composer().fill('/')
    expect(await options().count()).toBeGreaterThan(10)
    await composer().fill('/bli')
    await expect.poll(() => options().allInnerTexts()).toEqual([expect.stringContaining('/blind')])
    await composer().press('Escape')
    await expect.poll(() => options().count()).toBe(0)
    expect(await composer().inputValue()).toBe('/bli')
  })

  test('/preset chooses among the presets, and /budget limits the next message alone', async () => {
    await composer().fill('/pres')
    await composer().press('Enter')
    await expect.poll(() => composer().inputValue()).toBe('/preset ')
    await composer().pressSequentially('side')
    await composer().press('Enter')
    await page.getByRole('button', { name: /^Preset: .*side/i }).waitFor()
    await composer().fill('/budget 0.02')
    await composer().press('Enter')
    await page.getByRole('button', { name: 'Remove the limit' }).waitFor()
    await composer().fill('What is 6 × 7?')
    await composer().press('Enter')
    await page.getByRole('heading', { name: 'What is 6 × 7?', level: 2 }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Remove the limit' }).count()).toBe(0)
    const { client } = stage
    const [conversation] = (await client.app.snapshot()).conversations
    if (!conversation) throw new Error('Nothing was asked.')
    const { runs } = await client.conversations.open({ id: conversation.id })
    expect(runs[0]).toMatchObject({ budgetMicros: 20_000, strategy: 'parallel' })
  })

  test('/system sets the system prompt of the conversation', async () => {
    await composer().fill('/system Answer in one word.')
    await composer().press('Enter')
    await page.getByText('The system prompt is set.').waitFor()
    await page.getByRole('button', { name: 'System prompt' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'System prompt' }).inputValue()).toBe('Answer in one word.')
    await page.keyboard.press('Escape')
  })
})

describe('the prompt library', () => {
  test('a prompt of one’s own is written, asks for its variables, and a deleted one comes back', async () => {
    await newTab()
    await composer().fill('/prompts')
    await composer().press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Prompt library' })
    await dialog.getByRole('button', { name: 'New prompt' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('haiku')
    await page.getByRole('textbox', { name: 'What it does' }).fill('A poem of three lines')
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('Write a haiku about {{topic}}.')
    await page.getByRole('button', { name: 'Save' }).click()
    await dialog.getByRole('button', { name: 'Delete /haiku' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await dialog.getByRole('button', { name: 'Edit /haiku' }).waitFor()
    await page.keyboard.press('Escape')
    await composer().fill('/hai')
    await composer().press('Enter')
    await page.getByLabel('topic').fill('the sea')
    await page.keyboard.press('Enter')
    await expect.poll(() => composer().inputValue()).toBe('Write a haiku about the sea.')
  })
})

describe('B9 members of one message', () => {
  test('@ asks one member alone, and the next message goes to all again', async () => {
    await newTab()
    await composer().fill('/preset vote')
    await composer().press('Enter')
    await composer().pressSequentially('What is 17 × 23? @steady')
    await composer().press('Enter')
    await page.getByRole('button', { name: 'Ask all members again' }).waitFor()
    expect(await composer().inputValue()).toBe('What is 17 × 23? ')
    await composer().press('Enter')
    await page.getByRole('article', { name: 'First accepted answer' }).waitFor()
    expect(await page.getByRole('region', { name: /^\d, Demo/ }).count()).toBe(1)
    await composer().fill('What is 17 × 24?')
    await composer().press('Enter')
    await page.getByRole('article', { name: 'Agreed answer' }).waitFor()
  })

  test('members that are picked become a preset with a name', async () => {
    await newTab()
    await composer().fill('/preset vote')
    await composer().press('Enter')
    await page.getByRole('button', { name: 'Choose who is asked' }).click()
    await page.getByRole('checkbox', { name: /Demo Quick/ }).uncheck()
    await page.getByRole('textbox', { name: 'Name of the new preset' }).fill('The careful two')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: /^Preset: .*careful two/i }).waitFor()
    const { presets } = await stage.client.app.snapshot()
    expect(presets.find((preset) => preset.name === 'The careful two')?.members.map(({ model }) => model)).toEqual([
      'demo/steady',
      'demo/careful',
    ])
  })
})

describe('attachments', () => {
  test('a picture is pasted, a file is dropped anywhere on the page, and the chips say who can read them', async () => {
    await newTab()
    await composer().evaluate((field, base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([bytes], 'shot.png', { type: 'image/png' }))
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, PNG.toString('base64'))
    await page.getByRole('button', { name: 'Remove shot.png' }).waitFor()
    expect(await page.getByRole('form', { name: 'Ask' }).innerText()).toMatch(/none of the members can read it/)
    await page.getByRole('heading', { name: 'Ask once. Several models answer.' }).evaluate((place) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['a,b\n1,2'], 'table.csv', { type: 'text/csv' }))
      for (const type of ['dragover', 'drop']) place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    })
    await page.getByRole('button', { name: 'Remove table.csv' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Remove shot.png' }).waitFor()
    await page.getByRole('button', { name: 'Remove table.csv' }).waitFor()
  })

  test('a file that was on its way when the page is loaded anew is named, not forgotten', async () => {
    await newTab()
    await page.evaluate(() => {
      // The bytes never come: reading stands still, as with a slow disk.
      FileReader.prototype.readAsDataURL = () => {}
    })
    await page
      .getByRole('form', { name: 'Ask' })
      .locator('input[type=file]')
      .setInputFiles({
        name: 'slow.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('slow'),
      })
    await page.getByText(/Attaching slow\.txt/).waitFor()
    await page.reload()
    expect(await page.getByRole('alert').innerText()).toMatch(/“slow\.txt” was not attached/)
    await newTab()
  })
})

describe('the context gauge', () => {
  test('shows how full the fullest window is, and what is left out', async () => {
    await newTab()
    await composer().fill('word '.repeat(3_000))
    await page.getByRole('button', { name: /^Context used: 1\d % of context/ }).click()
    await page
      .getByText(/≈ 3,\d{3} of 26,752 tokens/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await composer().fill('')
  })
})

test('nothing went wrong in the page', () => {
  expect(stage.errors).toEqual([])
})
