import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PresetId, ProviderId } from '../src/shared/ids.ts'
import { Preset } from '../src/shared/preset.ts'
import { startVendorServer, type VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { type Client, startTutti, type Tutti } from './support/tutti.ts'

const VENDORS = { openai: 'gpt-5-mini', anthropic: 'claude-haiku-4-5', google: 'gemini-2.5-flash' } as const
const SAID = {
  openai: 'You can end the contract within 14 days. Send the notice in writing. No reason is needed for it.',
  anthropic: 'You can end the contract within 30 days. Send the notice in writing. The deposit comes back in full afterwards.',
  google: 'You can end the contract within 14 days. Keep a copy of the letter for yourself at home.',
} as const

let browser: Browser
let tutti: Tutti
let server: VendorServer
let client: Client
let page: Page
let errors: string[]

beforeAll(async () => {
  server = await startVendorServer()
  browser = await startBrowser()
  tutti = await startTutti()
  client = await tutti.client()
  for (const [id, model] of Object.entries(VENDORS)) {
    const ready = (await client.app.snapshot()).providers.find((provider) => provider.id === id)
    if (!ready) throw new Error(`There is no ready entry for ${id}.`)
    const { key: _, status: __, models: ___, ...provider } = ready
    await client.providers.save({ ...provider, baseUrl: server.baseUrl(id) })
    await client.providers.setKey({ id: ProviderId.parse(id), key: `key-of-${id}-0000000000` })
    server.script({ model }, { text: SAID[id === 'openai' ? 'openai' : id === 'anthropic' ? 'anthropic' : 'google'] })
  }
  const members = Object.entries(VENDORS).map(([vendor, model], index) => ({ id: `m${index + 1}`, model: `${vendor}/${model}` }))
  const preset = Preset.parse({ id: PresetId.parse('side'), name: 'Three views', settings: { strategy: 'parallel' }, members })
  await client.presets.save(preset)
  await client.settings.update({ defaultPreset: preset.id })
  ;({ page, errors } = await openPage(browser, await tutti.address()))
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
  await server?.close()
})

describe('B2 B4 F5 through the page', () => {
  test('answers in free text show what several say, where they conflict, and mark the sentences', async () => {
    await page.getByRole('textbox', { name: /^Ask/ }).fill('How do I cancel the contract?')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    const claims = page.getByRole('region', { name: 'What they say' })
    await claims.getByText('Here they contradict each other').waitFor()
    await claims.getByText('Several say this').waitFor()
    await claims.getByText('Only one says this').waitFor()
    await claims.getByRole('button', { name: /within 14 days/ }).click()
    const marked = () =>
      page.evaluate(() => ['claim-support', 'claim-contradict'].map((name) => [...(CSS.highlights.get(name) ?? [])].map(String)))
    await expect
      .poll(marked)
      .toEqual([
        ['You can end the contract within 14 days', 'You can end the contract within 14 days'],
        ['You can end the contract within 30 days'],
      ])
    await expect.poll(() => page.getByText('Passed the checks').count()).toBe(3)
    if (process.env.TUTTI_LOOK) await page.screenshot({ path: '/tmp/q-claims.png' })
  })

  test('a thumb is seen in Settings, Routing, with what each model did', async () => {
    const [run] = await client.runs.list({ filter: 'all', limit: 1, query: '' })
    const answerId = run === undefined ? null : (await client.runs.get({ id: run.id })).messageId
    if (answerId === null) throw new Error('The run has no answer.')
    await client.chat.chooseMain({ answerId, speaker: 'm1' })
    await client.chat.rate({ answerId, thumb: 'up' })
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Routing', exact: true }).click()
    await page.getByRole('table', { name: 'Expected quality by task and model' }).waitFor()
    await page.getByRole('table', { name: 'What each model did' }).waitFor()
    await page.getByRole('table', { name: 'What each model did' }).scrollIntoViewIfNeeded()
    if (process.env.TUTTI_LOOK) await page.screenshot({ path: '/tmp/q-routing.png' })
  })

  test('a past run is gone through step by step and decided once more', async () => {
    const [run] = await client.runs.list({ filter: 'all', limit: 1, query: '' })
    if (run === undefined) throw new Error('There is no run.')
    await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Runs' }).click()
    await page.getByRole('navigation', { name: 'Runs', exact: true }).getByRole('listitem').first().click()
    await page.getByText('Replay', { exact: true }).first().click()
    const slider = page.getByRole('slider', { name: 'Step' })
    await slider.waitFor()
    await slider.focus()
    await page.keyboard.press('Home')
    await page.getByText('Started: How do I cancel the contract?').waitFor()
    await page.keyboard.press('End')
    const again = page.getByRole('region', { name: 'Once more from the recording' })
    await again.getByRole('button', { name: 'Replay' }).click()
    await again.getByText('Every decision and the answer are the same, to the letter.').waitFor()
    if (process.env.TUTTI_LOOK) await page.screenshot({ path: '/tmp/q-replay.png' })
    expect(errors).toEqual([])
  })
})
