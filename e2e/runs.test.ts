import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatMoneyExact } from '../src/shared/format.ts'
import type { RunView } from '../src/shared/run.ts'
import type { VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { connectVendors, ENSEMBLE, presetOf } from './support/ensemble.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Client } from './support/tutti.ts'

const TRAIN = 'A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?'
const LEASE = 'When does the lease end?'

let stage: Stage
let server: VendorServer
let client: Client
let page: Page

beforeAll(async () => {
  stage = await openStage()
  ;({ server, client, page } = stage)
})
afterAll(() => stage?.close())

/** Each member streams for about five seconds: long enough to be looked at, paused and resumed on a slow computer. */
function speakSlowly(): void {
  server.clear()
  for (const [, model] of ENSEMBLE) {
    const text = `${'The lease runs for three years. '.repeat(25)}\nAnswer: 31 December`
    server.script({ model }, { text, usage: { input: 1000, output: 100 }, chunkMs: 40 })
  }
}

async function ask(question: string, preset: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'New tab' }).click()
  await page.getByRole('button', { name: /^Preset:/ }).click()
  await page.getByRole('menuitem', { name: preset }).click()
  await page.getByRole('textbox', { name: /^Ask/ }).fill(question)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByRole('heading', { name: question, level: 2 }).waitFor()
}

const list = () => page.getByRole('navigation', { name: 'Runs', exact: true })
const rows = () => list().getByRole('listitem')
const openRuns = () => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Runs' }).click()
const shown = () => page.getByRole('main')
const choose = (view: string) => page.getByRole('radio', { name: view, exact: true }).click()

async function lastRun(): Promise<RunView> {
  const [newest] = await client.runs.list({})
  if (!newest) throw new Error('No run is listed.')
  return client.runs.get({ id: newest.id })
}

const Axe = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

/** What axe finds on the page: nothing. */
async function expectAccessible(): Promise<void> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(source)
  const found = Axe.parse(await page.evaluate('axe.run(document, { resultTypes: ["violations"] })'))
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
}

describe('A2 a run is seen as it goes, and the same afterwards', () => {
  test('Runs says what will be here before there is one', async () => {
    await openRuns()
    await expect.poll(() => list().innerText()).toContain('Every question that you ask is a run.')
    await expectAccessible()
  })

  test('a demo run is opened from why its answer is what it is', async () => {
    await ask(TRAIN, /^Vote/)
    await expect.poll(() => shown().innerText(), { timeout: 10_000 }).toMatch(/17:25/)
    await page.getByRole('button', { name: 'Why this answer' }).first().click()
    await page.getByRole('button', { name: 'Open run' }).click()
    await page.getByRole('heading', { name: /^A train leaves/, level: 1 }).waitFor()
    const graph = page.getByRole('group', { name: /Steps of the run/ })
    await expect.poll(() => graph.getByRole('button').count()).toBe(5)
    await graph.getByRole('button', { name: /^Vote 2 of 3 agree Done/ }).waitFor()
    const timeline = page.getByRole('list', { name: 'What ran when' })
    expect(await timeline.getByRole('listitem').count()).toBe(3)
    await expect
      .poll(() => page.getByRole('region', { name: 'To do', exact: true }).innerText())
      .toMatch(/100\s%[\s\S]*Ask the members\s*3 of 3/)
    await expectAccessible()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible()
    await page.emulateMedia({ colorScheme: 'light' })
  })

  test('arrow keys move between the steps of the graph', async () => {
    const graph = page.getByRole('group', { name: /Steps of the run/ })
    await graph.getByRole('button', { name: /^Question/ }).focus()
    await page.keyboard.press('ArrowRight')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-step'))
    expect(await focused()).toMatch(/^m[12]$/)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('answer')
  })

  test('a slow run changes while it is looked at, is paused, resumed and done', async () => {
    await connectVendors(client, server)
    await client.presets.save(presetOf('slow-vote', { strategy: 'voting', earlyStop: false }))
    speakSlowly()
    await ask(LEASE, /slow-vote/)
    await openRuns()
    await page.getByRole('button', { name: 'All runs' }).click()
    await expect.poll(() => rows().first().innerText(), { timeout: 5_000 }).toMatch(/When does the lease end\?[\s\S]*Running/)
    await page.getByRole('radio', { name: 'Running' }).click()
    await expect.poll(() => rows().count()).toBe(1)
    await rows().first().getByRole('button').click()
    const todo = page.getByRole('region', { name: 'To do', exact: true })
    await expect.poll(() => todo.innerText()).toMatch(/0 of 5/)
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect.poll(() => shown().innerText()).toContain('This run is paused.')
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect.poll(() => shown().innerText()).not.toContain('This run is paused.')
    await expect.poll(() => todo.innerText(), { timeout: 15_000 }).toMatch(/100\s%[\s\S]*5 of 5/)
    await page.getByRole('button', { name: 'Fork' }).waitFor()
    expect((await lastRun()).state).toBe('done')
  })

  test('its effects hold what was asked, what came back, and the cost to the micro-dollar', async () => {
    await choose('Effects')
    await page.getByRole('button', { name: 'm1/model/0' }).click()
    const detail = page.getByRole('region', { name: 'm1/model/0' })
    await expect
      .poll(() => detail.innerText())
      .toMatch(/The question of the run, as it was asked\.[\s\S]*31 December[\s\S]*Attempts[\s\S]*Digest of the request/)
    await expectAccessible()
    await page.keyboard.press('Escape')
    await detail.waitFor({ state: 'detached' })
    await choose('Cost')
    const { head, tail } = formatMoneyExact((await lastRun()).costMicros)
    expect(await page.getByRole('table', { name: 'Cost of each speaker' }).innerText()).toContain(`${head}${tail}`)
    await choose('Decisions')
    await expect.poll(() => shown().innerText()).toContain('Vote decided')
  })

  test('forked from an effect, what came before it is kept and not asked again', async () => {
    const before = await lastRun()
    server.requests.length = 0
    await choose('Effects')
    await page.getByRole('button', { name: 'm5/model/0' }).click()
    await page.getByRole('button', { name: 'Fork from here' }).click()
    await expect.poll(async () => (await client.runs.list({})).length).toBe(3)
    await expect.poll(async () => (await lastRun()).state, { timeout: 15_000 }).toBe('done')
    const after = await lastRun()
    expect(after.id).not.toBe(before.id)
    const { effects } = await client.runs.inspect({ id: before.id })
    const at = effects.findIndex(({ path }) => path === 'm5/model/0')
    const kept = effects.slice(0, at).filter(({ kind }) => kind === 'model').length
    expect(server.requests).toHaveLength(ENSEMBLE.length - kept)
    await page.getByRole('button', { name: 'All runs' }).click()
    await page.getByRole('radio', { name: 'Done' }).click()
    await expect.poll(() => rows().count()).toBe(3)
  })

  test('the list finds by words and keeps its filters apart', async () => {
    await page.getByRole('searchbox', { name: 'Search runs' }).fill('train')
    await expect.poll(() => rows().count()).toBe(1)
    await page.getByRole('radio', { name: 'Failed' }).click()
    await expect.poll(() => list().innerText()).toContain('No run here is called “train”.')
    await page.getByRole('searchbox', { name: 'Search runs' }).fill('')
    await page.getByRole('radio', { name: 'All', exact: true }).click()
    await expect.poll(() => rows().count()).toBe(3)
    await expectAccessible()
  })

  test('a reload stays at the run, and a narrow window shows list and run one after another', async () => {
    await rows().last().getByRole('button').click()
    await page.getByRole('heading', { name: /^A train leaves/, level: 1 }).waitFor()
    await expect
      .poll(async () => (await client.app.snapshot()).tabs.open.some((tab) => tab.kind === 'orchestration' && tab.place !== ''))
      .toBe(true)
    await page.reload()
    await page.getByRole('heading', { name: /^A train leaves/, level: 1 }).waitFor()
    await page.setViewportSize({ width: 800, height: 900 })
    await list().waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'All runs' }).click()
    await rows().first().waitFor()
    await expectAccessible()
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('the console stays clean', () => {
    expect(stage.errors).toEqual([])
  })
})
