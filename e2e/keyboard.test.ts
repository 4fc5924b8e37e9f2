import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startVendorServer, type VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { connectVendors, members, presetOf } from './support/ensemble.ts'
import { Keyboard } from './support/keyboard.ts'
import { type Client, startTutti, type Tutti } from './support/tutti.ts'

const QUESTION = 'What is 17 × 23?'
const SLOW = presetOf('slow', { strategy: 'parallel', merge: 'none' }, members({ maxOutputTokens: 4_000 }).slice(0, 2))

let server: VendorServer
let tutti: Tutti
let client: Client
let browser: Browser
let page: Page
let keys: Keyboard

beforeAll(async () => {
  server = await startVendorServer()
  server.script({}, { text: `${'one two three four '.repeat(200)}the end.`, chunkSize: 8, chunkMs: 60 })
  tutti = await startTutti()
  browser = await startBrowser()
  client = await tutti.client()
  ;({ page } = await openPage(browser, await tutti.address()))
  await page.getByRole('textbox', { name: /^Ask/ }).waitFor()
  keys = new Keyboard(page)
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
  await server?.close()
})
afterEach(() => {
  expect(keys.problems.splice(0)).toEqual([])
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const place = (name: string) => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name })

/** How many links the user's own pipeline has. */
async function links(): Promise<number> {
  const own = (await client.pipelines.list()).find(({ builtIn }) => !builtIn)
  if (!own) return 0
  const checked = await client.pipelines.check(await client.pipelines.get({ id: own.id }))
  return Object.values(checked.links).flat().length
}

describe('B15 with keys alone, the focus always seen and never lost', () => {
  test('asks, reads the answer, looks why it is so, and closes that again', async () => {
    await keys.to(page.getByRole('textbox', { name: /^Ask/ }))
    await keys.type(QUESTION)
    await keys.press('Enter')
    await page.getByRole('heading', { name: QUESTION, level: 2 }).waitFor()
    await keys.look('after the question was asked')
    await expect.poll(() => page.getByRole('article').first().innerText()).toContain('391')
    await keys.choose(button('Why this answer'), 'Shift+Tab')
    const drawer = page.getByRole('complementary', { name: 'Why this answer' })
    await drawer.waitFor()
    await keys.choose(drawer.getByRole('button', { name: 'Close' }))
    await drawer.waitFor({ state: 'detached' })
    await keys.look('after the drawer was closed')
  })

  test('chooses a preset', async () => {
    await keys.choose(button(/^Preset:/))
    await keys.pick(page.getByRole('menuitem', { name: /cheap first/i }))
    await button(/^Preset: .*cheap first/i).waitFor()
    await keys.look('after the menu was closed')
  })

  test('opens Settings and makes another preset the default', async () => {
    await keys.press('Control+,')
    await page.getByRole('navigation', { name: 'Settings' }).waitFor()
    await keys.look('after Settings were opened')
    await keys.choose(page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Presets' }))
    await keys.choose(button('More about Vote'))
    await keys.pick(page.getByRole('menuitem', { name: 'Make default' }))
    await expect.poll(async () => (await client.app.snapshot()).settings.defaultPreset).toBe('voting')
    await keys.look('after the menu was closed')
  })

  test('runs an experiment in the Lab and pauses it', async () => {
    await keys.choose(place('Lab'))
    await keys.choose(button('Try the example'))
    await page.getByRole('heading', { name: /^New experiment on/ }).waitFor()
    await keys.look('after the example was imported')
    await keys.to(page.getByRole('checkbox', { name: 'Vote', exact: true }))
    await keys.press('Space')
    await keys.choose(button(/^Start/))
    const results = page.getByRole('table')
    await expect.poll(() => results.getByRole('row', { name: /^Demo Quick/ }).count(), { timeout: 20_000 }).toBe(1)
    await keys.look('after the experiment was started')
    await keys.choose(button('Pause'))
    await expect.poll(() => page.getByRole('main').innerText()).toContain('paused')
    await keys.look('after the experiment was paused')
  })

  test('starts a run, pauses it, lets it go on and stops it', async () => {
    await connectVendors(client, server)
    await client.presets.save(SLOW)
    await keys.choose(place('Runs'))
    await keys.choose(button('New run'))
    const form = page.getByRole('form', { name: 'New run' })
    await form.waitFor()
    await keys.choose(form.getByRole('combobox', { name: 'Preset' }))
    await keys.pick(page.getByRole('option', { name: /^Test slow/ }))
    await keys.to(form.getByRole('textbox', { name: 'Question' }))
    await keys.type('Count slowly.')
    await keys.choose(form.getByRole('button', { name: 'Start' }))
    await page.getByRole('heading', { name: 'Count slowly', level: 1 }).waitFor()
    await keys.look('after the run was started')
    await keys.choose(button('Pause'))
    await button('Resume').waitFor()
    await keys.look('after the run was paused')
    await keys.choose(button('Resume'))
    await button('Pause').waitFor()
    await keys.choose(button(/^Stop/))
    await button('Fork').waitFor()
    await keys.look('after the run was stopped')
  })

  test('builds a pipeline of two stages in the Studio', async () => {
    await keys.choose(place('Studio'))
    await keys.choose(button('New pipeline'))
    const graph = page.getByRole('group', { name: 'Graph of the pipeline' })
    await graph.waitFor()
    await keys.look('after the pipeline was made')
    await keys.press('a')
    const search = page.getByRole('textbox', { name: 'Add a stage' })
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true)
    for (const stage of ['Transform', 'Prompt']) {
      await keys.type(stage)
      await keys.press('Enter')
    }
    await expect.poll(() => graph.locator('[data-stage]').count()).toBe(2)
    await keys.to(graph.locator('[data-stage][tabindex="0"]'))
    await keys.press('ArrowLeft')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-stage'))).toBe('transform')
    await expect.poll(links).toBe(1)
  })
})
