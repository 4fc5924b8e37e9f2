import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage } from './support/browser.ts'
import { connectVendors, members, presetOf } from './support/ensemble.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Client } from './support/tutti.ts'

let stage: Stage
let server: VendorServer
let client: Client
let page: Page
let other: Page
let othersErrors: string[]

beforeAll(async () => {
  stage = await openStage()
  ;({ server, client, page } = stage)
  ;({ page: other, errors: othersErrors } = await openPage(stage.browser, await stage.tutti.address()))
})
afterAll(() => stage?.close())

const settings = () => page.getByRole('navigation', { name: 'Settings' })
const section = (name: string) => settings().getByRole('button', { name, exact: true }).click()

async function openSettings(): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).click()
  await settings().waitFor()
}

const Axe = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

async function expectAccessible(): Promise<void> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(source)
  const found = Axe.parse(await page.evaluate('axe.run(document.querySelector("main"), { resultTypes: ["violations"] })'))
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
}

describe('B13 what is set counts at once, in every window', () => {
  test('another default preset is that of the next message in a chat that is open in another window', async () => {
    await other.getByRole('textbox', { name: /^Ask/ }).waitFor()
    await openSettings()
    await section('Presets')
    await page.getByRole('button', { name: 'More about Cheap first' }).click()
    await page.getByRole('menuitem', { name: 'Make default' }).click()
    await other.getByRole('button', { name: /^Preset: .*cheap first/i }).waitFor()
    await other.getByRole('textbox', { name: /^Ask/ }).fill('A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?')
    await other.getByRole('button', { name: 'Ask', exact: true }).click()
    await expect.poll(async () => (await client.runs.list({}))[0]?.presetId).toBe('cascade')
  })

  test('a strategy’s threshold is that of the preset that ships, in the other window too', async () => {
    await section('Strategies')
    const cascade = page.getByRole('region', { name: 'Cheap first' })
    await cascade.getByRole('radio', { name: 'Quality' }).click()
    await cascade.getByRole('textbox', { name: 'Threshold' }).fill('1.5')
    await expect.poll(() => cascade.innerText()).toContain('“1.5” is too much. Write 1 or less.')
    await cascade.getByRole('textbox', { name: 'Threshold' }).fill('0.9')
    await expect
      .poll(async () => (await client.app.snapshot()).presets.find(({ id }) => id === 'cascade')?.settings)
      .toMatchObject({ stopOn: 'quality', threshold: 0.9 })
    await cascade.getByRole('button', { name: 'Reset Cheap first' }).click()
    await expect.poll(() => cascade.getByRole('textbox', { name: 'Threshold' }).count()).toBe(0)
  })

  test('presets change their order, and one goes out and comes back as a file', async () => {
    await section('Presets')
    await page.getByRole('button', { name: 'More about Cheap first' }).click()
    await page.getByRole('menuitem', { name: 'Move up' }).click()
    await expect.poll(async () => (await client.app.snapshot()).settings.presetOrder.length).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'More about Cheap first' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Export as a file' }).click()
    const file = await (await download).path()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import a preset' }).click()
    await (await chooser).setFiles({ name: 'cheap.json', mimeType: 'application/json', buffer: readFileSync(file) })
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
    const own = (await client.app.snapshot()).presets.filter(({ builtIn }) => !builtIn)
    expect(own.map(({ name, settings: { strategy } }) => [name, strategy])).toEqual([['Cheap first', 'cascade']])
  })

  test('all that a strategy can be told stands in the editor, and is checked while it is typed', async () => {
    const saved = async () => (await client.app.snapshot()).presets.find(({ builtIn }) => !builtIn)?.settings
    const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click()
    const number = (name: string) => page.getByRole('textbox', { name, exact: true })
    const main = () => page.getByRole('main').innerText()

    await choose('First good answer')
    await number('Threshold').fill('2')
    await expect.poll(main).toContain('“2” is too much. Write 1 or less.')
    await number('Threshold').fill('0.8')
    await number('Try again').fill('1.5')
    await expect.poll(main).toContain('“1.5”')
    await number('Try again').fill('2')
    await expect.poll(saved).toMatchObject({ strategy: 'sequential', threshold: 0.8, retries: 2 })
    await number('Threshold').fill('')
    await expect.poll(async () => Object.keys((await saved()) ?? {})).not.toContain('threshold')

    await choose('Vote')
    await choose('By what is known')
    await choose('Ahead beyond chance')
    await expect.poll(saved).toMatchObject({ strategy: 'voting', earlyStop: true, rule: 'weighted', stop: 'adaptive' })
    await page.getByRole('switch', { name: 'Stop early' }).click()
    await expect.poll(() => page.getByRole('radio', { name: 'Ahead beyond chance' }).count()).toBe(0)

    await choose('Side by side')
    await choose('Merge with a model')
    await number('Threshold').fill('0.4')
    await expect.poll(saved).toMatchObject({ strategy: 'parallel', merge: 'model', threshold: 0.4 })
  })
})

describe('B11 at the limit', () => {
  test('“Ask me” lets a run wait until a person has allowed it on the page', async () => {
    await connectVendors(client, server)
    server.script({ model: 'gpt-5-mini' }, { text: 'The lease ends in March.', usage: { input: 20, output: 10 } })
    const preset = presetOf('one', { strategy: 'sequential', minCharacters: 1 }, members().slice(1, 2))
    await client.presets.save(preset)
    await section('Budgets')
    const limit = page.getByRole('textbox', { name: 'Limit of each run in dollars' })
    await limit.fill('0.00001')
    await page.getByRole('radiogroup', { name: 'At the limit: each run' }).getByRole('radio', { name: 'Ask me' }).click()
    await expect.poll(async () => (await client.app.snapshot()).settings.budgets).toMatchObject({ runMicros: 10, atRunLimit: 'ask' })
    const { runId } = await client.runs.start({ presetId: preset.id, text: 'When does the lease end?' })
    await expect.poll(async () => (await client.runs.get({ id: runId })).waits.length).toBe(1)
    await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Runs' }).click()
    await page.getByRole('radio', { name: 'Waiting for you' }).click()
    await page.getByRole('listitem').filter({ hasText: 'When does the lease end' }).getByRole('button').click()
    const wait = page.getByRole('article', { name: 'Go beyond the limit of this run?' })
    await expect.poll(() => wait.innerText()).toMatch(/is left for this run/)
    await wait.getByRole('button', { name: 'Allow this call' }).click()
    await expect.poll(async () => (await client.runs.get({ id: runId })).outcome?.answer).toBe('The lease ends in March.')
    await openSettings()
    await limit.fill('0.25')
    await page.getByRole('radiogroup', { name: 'At the limit: each run' }).getByRole('radio', { name: 'Stop' }).click()
  })
})

describe('B13 a setting is found, keys are changed, and all of it goes into a file', () => {
  test('the search finds a setting by another word and leads to it', async () => {
    await settings().getByRole('searchbox').fill('lambda')
    await settings().getByRole('button', { name: 'Cost or quality' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Cost or quality')
    await page.keyboard.press('End')
    await expect.poll(async () => (await client.app.snapshot()).settings.dial).toBe(1)
    await settings().getByRole('searchbox').fill('')
  })

  test('keys are pressed anew; those of another command are taken over knowingly', async () => {
    await section('Shortcuts')
    await page.getByRole('button', { name: 'Change the keys of New run' }).click()
    await page.keyboard.press('x')
    await expect.poll(() => page.getByRole('main').innerText()).toContain('A letter or digit alone is typed into fields.')
    await page.keyboard.press('Control+Comma')
    await expect.poll(() => page.getByRole('main').innerText()).toContain('“Settings” has these keys.')
    await page.getByRole('button', { name: 'Take them over' }).click()
    await expect.poll(async () => (await client.app.snapshot()).settings.shortcuts).toEqual({ 'runs.new': 'Mod+,', 'settings.open': '' })
    await page.getByRole('button', { name: 'Reset all' }).click()
    await expect.poll(async () => (await client.app.snapshot()).settings.shortcuts).toEqual({})
  })

  test('a file shows what it would change before it does, holds no key, and is taken back', async () => {
    await section('Export or import')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export settings' }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(text).not.toMatch(/e2eTestKey/i)
    const file = JSON.parse(text)
    file.settings.appearance.theme = 'dark'
    file.settings.sparkle = true
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) })
    const preview = page.getByRole('region', { name: 'What “mine.json” would change' })
    await expect.poll(() => preview.innerText()).toMatch(/appearance\.theme[\s\S]*"system"[\s\S]*"dark"/)
    expect(await preview.innerText()).toContain('settings.sparkle')
    expect((await client.app.snapshot()).settings.appearance.theme).toBe('system')
    await expectAccessible()
    await preview.getByRole('button', { name: 'Apply 1 change' }).click()
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await client.app.snapshot()).settings.appearance.theme).toBe('system')
  })
})

describe('A7 what may leave this computer', () => {
  test('a phrase that is set in one window holds back a question in the other, which says so and leads to the policies', async () => {
    await connectVendors(client, server)
    await client.presets.save(presetOf('guarded', { strategy: 'parallel', merge: 'none' }, members().slice(1, 2)))
    await section('Policies')
    const phrases = page.getByRole('textbox', { name: 'Words that stay here' })
    await phrases.fill('x')
    await page.getByText('Words that stay here: “x” cannot be used.').waitFor()
    await phrases.fill('Project Nightjar')
    await expect.poll(async () => (await client.app.snapshot()).settings.policies.phrases).toEqual(['Project Nightjar'])
    await expectAccessible()

    const before = server.requests.length
    await other.getByRole('button', { name: /^Preset:/ }).click()
    await other.getByRole('menuitem', { name: /Test guarded/ }).click()
    await other.getByRole('textbox', { name: /^Ask/ }).fill('When does project nightjar ship?')
    await other.getByRole('button', { name: 'Ask', exact: true }).click()
    const leading = other.getByRole('button', { name: 'Settings' })
    const failure = other.getByRole('note').filter({ hasText: 'Not sent to OpenAI', has: leading })
    await expect.poll(() => failure.innerText()).toContain('the request holds “Project Nightjar”, which stays on this computer.')
    expect(server.requests.length).toBe(before)
    await failure.getByRole('button', { name: 'Settings' }).click()
    await other.getByRole('heading', { name: 'Policies', exact: true, level: 2 }).waitFor()

    await page.getByRole('radio', { name: 'This computer only' }).click()
    await expect.poll(async () => (await client.app.snapshot()).settings.policies.reach).toBe('this-computer')
    await page.getByRole('radio', { name: 'Anyone' }).click()
    await phrases.fill('')
    await expect
      .poll(async () => (await client.app.snapshot()).settings.policies)
      .toEqual({ reach: 'anywhere', secrets: 'stop', phrases: [] })
  })
})

describe('axe finds nothing in any section, light and dark', () => {
  test.each(['Providers', 'Models and prices', 'Presets', 'Strategies', 'Routing', 'Policies', 'Shortcuts', 'Appearance', 'Data'])(
    '%s',
    async (name) => {
      await section(name)
      await expectAccessible()
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible()
      await page.emulateMedia({ colorScheme: 'light' })
    },
  )

  test('the language changes in every window, and back', async () => {
    await section('Language')
    await page.getByRole('radio', { name: 'Deutsch' }).click()
    await page.getByRole('navigation', { name: 'Einstellungen' }).waitFor()
    await expect.poll(() => other.evaluate(() => document.documentElement.lang)).toBe('de')
    await expectAccessible()
    await page.getByRole('radio', { name: 'English' }).click()
    await settings().waitFor()
    expect([...stage.errors, ...othersErrors]).toEqual([])
  })
})
