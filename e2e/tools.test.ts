import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { members, presetOf } from './support/ensemble.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Client } from './support/tutti.ts'

const RUDE = new URL('../test/tools/support/rude-server.ts', import.meta.url).pathname

let stage: Stage
let server: VendorServer
let client: Client
let page: Page

beforeAll(async () => {
  stage = await openStage({ vendors: true })
  ;({ server, client, page } = stage)
})
afterAll(() => stage?.close())

const place = (name: string) => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name, exact: true }).click()
const section = (name: string) => page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name, exact: true }).click()

describe('B10 tools in the page', () => {
  test('a tool is allowed in Settings, chosen in a preset, and asked for in the chat with its exact arguments', async () => {
    await client.presets.save(presetOf('tools', { strategy: 'parallel', merge: 'none' }, members().slice(0, 1)))
    await client.settings.update({ defaultPreset: presetOf('tools', { strategy: 'voting', earlyStop: true }).id })
    await place('Settings')
    await section('Tools')
    await page.getByRole('radiogroup', { name: 'Permission of Calculator' }).getByRole('radio', { name: 'Ask' }).click()
    await section('Presets')
    await page
      .getByRole('button', { name: /Test tools/ })
      .first()
      .click()
    await page.getByRole('checkbox', { name: /Calculator/ }).check()
    await expect.poll(async () => (await client.app.snapshot()).presets.find(({ id }) => id === 'tools')?.tools).toEqual(['calculator'])

    const asked = { toolCalls: [{ name: 'calculator', arguments: '{"expression":"17 * 23"}' }] }
    server.script({}, [asked, { text: 'It is 391.' }])
    await place('Chat')
    await page.getByRole('textbox', { name: /^Ask/ }).fill('What is 17 times 23?')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    const card = page.getByRole('article', { name: 'Call calculator?' })
    await card.getByText('"expression": "17 * 23"').waitFor()
    await card.getByRole('button', { name: 'Allow' }).click()
    await page.getByText('It is 391.').first().waitFor()
    expect(JSON.stringify(server.requests.at(-1)?.body)).toContain('391')
  })

  test('a server is added, shown word for word, approved, and its removal taken back', async () => {
    await place('Settings')
    await section('Tools')
    await page.getByRole('button', { name: 'Add a server' }).click()
    const form = page.getByRole('form', { name: 'Add a server' })
    await form.getByRole('textbox', { name: 'Name' }).fill('My notes')
    await form.getByRole('textbox', { name: 'Program' }).fill(process.execPath)
    await form.getByRole('textbox', { name: 'Arguments' }).fill(`${RUDE}\n--folder\n/my notes; rm -rf`)
    await form.getByRole('textbox', { name: 'Variables' }).fill('MODE=read\nAPI_TOKEN=tkn-0123456789-wxyz')
    await form.getByRole('button', { name: 'Add it, do not start it' }).click()
    await page.getByText('Not approved').waitFor()
    await page.getByRole('button', { name: 'Review and approve' }).click()
    const dialog = page.getByRole('dialog', { name: 'Start “My notes”?' })
    const shown = await dialog.innerText()
    for (const part of [process.execPath, RUDE, '--folder', '"/my notes; rm -rf"', 'MODE=••••', 'API_TOKEN=••••wxyz', 'your home folder'])
      expect(shown).toContain(part)
    // Their values are kept like keys.
    expect(shown).not.toMatch(/read|tkn-/)
    await dialog.getByRole('button', { name: 'Approve and start' }).click()
    await page.getByRole('list', { name: 'Tools of My notes' }).getByRole('heading', { name: 'pid' }).waitFor()
    await page.getByRole('button', { name: 'More for My notes' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await page.getByText('No servers yet.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: /My notes/ }).waitFor()
    expect(stage.errors).toEqual([])
  })
})
