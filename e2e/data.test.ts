import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chatGptConversation } from '../test/archive/support/exports.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { newHome, startTutti, type Tutti } from './support/tutti.ts'

let browser: Browser
let tutti: Tutti
beforeAll(async () => {
  browser = await startBrowser()
  tutti = await startTutti()
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
})

async function choose(page: Page, button: string, file: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).click()])
  await chooser.setFiles(file)
}

test('an export is imported, backed up, and restored over later changes; what was there comes back', async () => {
  const folder = newHome()
  const chats = join(folder, 'conversations.json')
  const backup = join(folder, 'backup.zip')
  writeFileSync(chats, JSON.stringify([chatGptConversation()]))
  const { page, errors } = await openPage(browser, await tutti.address())
  await page.getByRole('button', { name: 'Settings' }).first().click()
  await page.getByRole('navigation').or(page.locator('body')).getByText('Data', { exact: true }).first().click()

  await choose(page, 'Choose an export', chats)
  await page.getByText('Imported', { exact: true }).waitFor()
  await page.getByText('1 conversation with 4 messages').waitFor()

  await choose(page, 'Choose a backup', chats)
  await page.getByText('This is no zip file').waitFor()

  await page.getByRole('button', { name: 'Back up', exact: true }).click()
  await page.getByText('The backup is ready').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save', exact: true }).click()])
  await download.saveAs(backup)

  const client = await tutti.client()
  await client.conversations.create({ title: 'After the backup' })
  await choose(page, 'Choose a backup', backup)
  await page.getByText('This backup is sound').waitFor()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByText('Before a restore').waitFor()
  const titles = async () => (await (await tutti.client()).conversations.search({ query: '' })).map(({ title }) => title).sort()
  await expect.poll(titles).toEqual(['Trees'])

  await page.getByRole('button', { name: 'Bring back' }).click()
  await page.getByText('Before data were brought back').waitFor()
  await expect.poll(titles).toEqual(['After the backup', 'Trees'])
  // While the core starts anew its socket is closed: the browser notes each attempt to reach it.
  expect(errors.filter((error) => !/WebSocket|Failed to load resource/.test(error))).toEqual([])
})
