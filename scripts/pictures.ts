import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { openPage, startBrowser } from '../e2e/support/browser.ts'
import { type Client, newHome, startTutti } from '../e2e/support/tutti.ts'
import { systemClock } from '../src/main/kernel/clock.ts'
import { openStore } from '../src/main/store/open-store.ts'
import { ModelRef, PresetId, ProviderId } from '../src/shared/ids.ts'
import { Member, type Preset, type StrategySettings } from '../src/shared/preset.ts'
import { seedJournal } from '../test/support/seed-journal.ts'
import { startVendorServer, type VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { ROOT } from './builder.ts'
import { writeLabFiles } from './picture-lab.ts'
import { LEASE, MOVE, SCRIPTED, WRONG_KEY } from './picture-scenes.ts'

/** Takes the README's pictures: the built program over scripted vendors, in light and dark. */
const FOLDER = join(ROOT, 'docs', 'pictures')
const WIDTH = 1440
const NARROW_WIDTH = 720
const HEIGHT = 900

async function connect(client: Client, server: VendorServer): Promise<void> {
  const { providers } = await client.app.snapshot()
  for (const { id, key, models } of SCRIPTED) {
    const ready = providers.find((provider) => provider.id === id)
    if (!ready) throw new Error(`There is no ready entry for ${id}.`)
    server.models(id, models)
    const { key: _key, status: _status, models: _models, ...provider } = ready
    await client.providers.save({ ...provider, baseUrl: server.baseUrl(id) })
    if (key === null) await client.providers.test({ id: ready.id })
    else await client.providers.setKey({ id: ready.id, key })
  }
}

function preset(id: string, name: string, settings: StrategySettings, models: readonly string[]): Preset {
  const members = models.map((model, index) => Member.parse({ id: `m${index + 1}`, model: ModelRef.parse(model) }))
  return { id: PresetId.parse(id), name, builtIn: false, settings, members, systemPrompt: '', tools: [], budgetMicros: null }
}

/** One picture of what the page shows, in light and in dark. */
async function picture(page: Page, name: string, width = WIDTH): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.mouse.move(0, 0)
    await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)))
    await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) })
  }
}

async function ask(page: Page, client: Client, question: string, title: string, chosen: Preset): Promise<void> {
  await client.presets.save(chosen)
  await page.getByRole('button', { name: 'New tab' }).click()
  await page.getByRole('button', { name: /^Preset:/ }).click()
  await page.getByRole('menuitem', { name: new RegExp(chosen.name) }).click()
  await page.getByRole('textbox', { name: /^Ask/ }).fill(question)
  await page.getByText(/Next message about/).waitFor()
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: question }).waitFor()
  const { conversations } = await client.app.snapshot()
  const asked = conversations.find((conversation) => question.startsWith(conversation.title.replace('…', '')))
  if (asked) await client.conversations.update({ id: asked.id, title })
}

async function takePictures(page: Page, client: Client, server: VendorServer): Promise<void> {
  await page.getByRole('textbox', { name: /^Ask/ }).waitFor()
  await picture(page, 'chat-empty')

  await client.settings.update({ notify: 'off' })
  await connect(client, server)
  for (const title of [
    'Letter to the energy supplier',
    'Why the index is not used',
    'Tax class after the move',
    'Heat-pump quotes, three firms',
  ]) {
    await client.conversations.create({ title })
  }
  for (const [match, reply] of LEASE.replies) server.script(match, reply)
  await ask(page, client, LEASE.question, LEASE.title, preset('vote-of-five', 'Vote of five', LEASE.settings, LEASE.models))
  await page.getByText('3 of 4 agree').first().waitFor()
  await page.getByRole('button', { name: 'Hide conversations' }).click()
  await page.getByRole('button', { name: 'Why this answer' }).click()
  await picture(page, 'chat-agreed')
  await page.getByRole('complementary', { name: 'Why this answer' }).getByRole('button', { name: 'Close' }).click()
  await picture(page, 'chat-agreed-720', NARROW_WIDTH)
  await page.setViewportSize({ width: WIDTH, height: HEIGHT })

  for (const [match, reply] of MOVE.replies) server.script(match, reply)
  await busyLocalServer(client)
  await page.getByRole('button', { name: 'Show conversations' }).click()
  await ask(page, client, MOVE.question, MOVE.title, preset('views-merged', 'Four views, merged', MOVE.settings, MOVE.models))
  await page.getByText('Failed, text kept').first().waitFor({ timeout: 60_000 })
  await page.getByText('ship features').first().waitFor({ timeout: 60_000 })
  await picture(page, 'chat-streaming')
  await page.getByRole('button', { name: 'Stop all' }).click()

  server.onlyKey('google', 'another key')
  await client.providers.setKey({ id: ProviderId.parse('google'), key: WRONG_KEY })
  await ask(
    page,
    client,
    LEASE.question,
    'Notice period, asked again',
    preset('vote-of-four', 'Vote of four', LEASE.settings, LEASE.models.slice(0, 4)),
  )
  await page
    .getByText(/\d of \d agree/)
    .first()
    .waitFor()
  await picture(page, 'chat-failed')

  await page.getByRole('button', { name: 'Runs', exact: true }).click()
  await page
    .getByRole('main')
    .getByText(/Our lease says/)
    .last()
    .click()
  await page.getByRole('region', { name: 'Timeline' }).waitFor()
  await page.locator('.react-flow__node').first().waitFor()
  await picture(page, 'run')

  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Open Google' }).click()
  await page.getByRole('heading', { name: 'Providers', exact: true }).click()
  await picture(page, 'settings')

  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Presets', exact: true }).click()
  await page.getByRole('button', { name: 'Edit Vote of five' }).click()
  await picture(page, 'presets')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('lease')
  await page.getByRole('option').first().waitFor()
  await picture(page, 'palette')
  await page.keyboard.press('Escape')

  await openPlace(page, 'Studio')
  await page.getByRole('button', { name: /Research in parallel/ }).click()
  await page.locator('.react-flow__node').first().waitFor()
  await picture(page, 'studio')
  await page.getByRole('button', { name: 'All pipelines' }).click()
  await page.getByRole('radio', { name: 'Commands and agents' }).click()
  await page.getByRole('button', { name: 'Open /orchestrate-complex' }).click()
  await page.locator('.react-flow__node').first().waitFor()
  await page.getByText(/^(?:At most .* a run|Not known before)$/).waitFor()
  await picture(page, 'library')

  await takeLab(page)
}

function openPlace(page: Page, name: string): Promise<void> {
  return page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name, exact: true }).click()
}

async function takeLab(page: Page): Promise<void> {
  const { questions, answers } = writeLabFiles()
  await openPlace(page, 'Lab')
  await page.getByRole('heading', { name: 'Import a data set' }).waitFor()
  await page.locator('input[type=file]').nth(0).setInputFiles(questions)
  await page.locator('input[type=file]').nth(1).setInputFiles(answers)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('heading', { name: 'New experiment on sums' }).waitFor()
  for (const name of ['Vote', 'Cheap first', 'Calibrated cascade, balanced'])
    await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: 'Use for routing' }).waitFor({ timeout: 60_000 })
  await page.getByRole('img', { name: /^Cost and quality/ }).waitFor()
  await picture(page, 'lab')
}

/** The dashboard of somebody who has used Tutti for three weeks. */
async function takeDashboard(browser: Browser): Promise<void> {
  const home = newHome()
  const store = await openStore({ home, clock: systemClock, appVersion: '0.1.0' })
  await seedJournal(store, { now: Date.now(), days: 21, aDay: 120 })
  await store.close()
  const tutti = await startTutti({ home })
  try {
    const { page } = await openPage(browser, await tutti.address(), { width: WIDTH, height: HEIGHT })
    const client = await tutti.client()
    for (const sum of ['17 × 23', '2340 × 0.17', '14 + 28 + 9']) {
      const { runId } = await client.runs.start({ presetId: PresetId.parse('voting'), text: `What is ${sum}?` })
      for await (const _ of await client.runs.watch({ id: runId, after: null }));
    }
    await openPlace(page, 'Dashboard')
    await page.getByRole('heading', { name: 'History' }).waitFor()
    await page.waitForFunction(() => document.querySelectorAll('.recharts-surface').length > 0)
    await picture(page, 'dashboard')
  } finally {
    await tutti.close()
  }
}

/** A question of another conversation that keeps the local server's one place. */
async function busyLocalServer(client: Client): Promise<void> {
  const own = preset('local', 'On this computer', { strategy: 'sequential', minCharacters: 1 }, ['ollama/qwen3:32b'])
  await client.presets.save(own)
  const { id } = await client.conversations.create({ title: 'Menu for nineteen, two vegan' })
  const text = 'A menu for nineteen guests, two of them vegan.'
  await client.chat.send({ conversationId: id, parentId: null, text, attachments: [], presetId: own.id, allowNoPrice: false })
}

const server = await startVendorServer()
const tutti = await startTutti()
const browser = await startBrowser()
try {
  mkdirSync(FOLDER, { recursive: true })
  const { page } = await openPage(browser, await tutti.address(), { width: WIDTH, height: HEIGHT })
  await takePictures(page, await tutti.client(), server)
  await takeDashboard(browser)
  console.log(`Pictures are in ${FOLDER}.`)
} finally {
  await browser.close()
  await tutti.close()
  await server.close()
}
