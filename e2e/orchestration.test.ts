import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Pipeline } from '../src/shared/pipeline.ts'
import type { VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage } from './support/browser.ts'
import { ENSEMBLE, presetOf } from './support/ensemble.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Client } from './support/tutti.ts'

const LEASE = 'When does the lease end?'
const SHOUT = Pipeline.parse({
  id: 'shout',
  name: 'Shout',
  stages: [{ id: 'shout', processor: { type: 'transform', expression: '$uppercase(input)' } }],
})

let stage: Stage
let server: VendorServer
let client: Client
let page: Page
let other: Page
let othersErrors: string[]

beforeAll(async () => {
  stage = await openStage({ vendors: true })
  ;({ server, client, page } = stage)
  await client.presets.save(presetOf('all', { strategy: 'voting', earlyStop: false }))
  await client.presets.save(presetOf('side', { strategy: 'parallel', merge: 'none' }))
  speak(0)
  ;({ page: other, errors: othersErrors } = await openPage(stage.browser, await stage.tutti.address()))
  for (const each of [page, other]) await openRuns(each)
})
afterAll(() => stage?.close())

/** All agree but one; with a pause between pieces where a run is to be looked at while it goes on. */
function speak(chunkMs: number): void {
  server.clear()
  for (const [provider, model] of ENSEMBLE) {
    const day = provider === 'perplexity' ? '1 January' : '31 December'
    const text = `The lease runs for three years, as its second page says. ${'It is short. '.repeat(chunkMs === 0 ? 1 : 40)}\nAnswer: ${day}`
    server.script({ model }, { text, usage: { input: 1000, output: 100 }, ...(chunkMs === 0 ? {} : { chunkMs }) })
  }
}

const openRuns = (on: Page) => on.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Runs' }).click()
const rows = (on: Page) => on.getByRole('navigation', { name: 'Runs', exact: true }).getByRole('listitem')
const form = () => page.getByRole('form', { name: 'New run' })
const newest = async () => (await client.runs.list({}))[0]

async function startRun(preset: string, question: string): Promise<void> {
  await page.getByRole('button', { name: 'New run' }).first().click()
  await form().getByRole('textbox', { name: 'Question' }).fill(question)
  await form().getByRole('combobox', { name: 'Preset' }).click()
  await page.getByRole('option', { name: new RegExp(preset) }).click()
  await expect.poll(() => form().innerText()).toMatch(/about \$0\.\d+, at most \$0\.\d+/)
  await form().getByRole('button', { name: 'Start' }).click()
  await page
    .getByRole('heading', { name: question.replace('?', ''), level: 1 })
    .or(page.getByRole('heading', { name: question, level: 1 }))
    .waitFor()
}

const Axe = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

async function expectAccessible(): Promise<void> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(source)
  const found = Axe.parse(await page.evaluate('axe.run(document.querySelector("main"), { resultTypes: ["violations"] })'))
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
}

describe('A2 runs are started, steered and compared in the Orchestration tab', () => {
  test('the form says what it would cost, keeps what is typed over a reload, and starts a run that the other window lists', async () => {
    await page.getByRole('button', { name: 'New run' }).first().click()
    await form().getByRole('textbox', { name: 'Question' }).fill(LEASE)
    await expectAccessible()
    await expect.poll(async () => (await client.app.snapshot()).tabs.open.some(({ draft }) => draft === LEASE)).toBe(true)
    await page.reload()
    await expect.poll(() => form().getByRole('textbox', { name: 'Question' }).inputValue()).toBe(LEASE)
    await page.getByRole('button', { name: 'Close New run' }).click()
    await startRun('Test all', LEASE)
    await expect.poll(() => rows(other).first().innerText()).toMatch(/When does the lease end[\s\S]*Test all/)
    await expect.poll(async () => (await newest())?.state).toBe('done')
    expect((await newest())?.conversationId).toBeNull()
  })

  test('the same question goes to another preset, and the run names where it came from', async () => {
    await page.getByRole('button', { name: 'Ask another preset' }).click()
    await page.getByRole('menuitem', { name: /Test side/ }).click()
    await page.getByRole('button', { name: 'Open the run that this one came from' }).waitFor()
    await expect.poll(async () => (await newest())?.presetName).toBe('Test side')
    await expect.poll(async () => (await newest())?.state).toBe('done')
  })

  test('two runs stand side by side: words, figures, members and decisions', async () => {
    await page.getByRole('button', { name: 'Compare' }).click()
    await page
      .getByRole('dialog', { name: 'Compare with' })
      .getByRole('button', { name: /Test all/ })
      .click()
    const compared = page.getByRole('region', { name: 'Compare two runs' })
    await expect
      .poll(() => compared.innerText())
      .toMatch(/of the words are the same[\s\S]*Cost[\s\S]*Members[\s\S]*Decisions[\s\S]*Vote decided/)
    expect(await compared.locator('mark').count()).toBeGreaterThan(0)
    await expectAccessible()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible()
    await page.emulateMedia({ colorScheme: 'light' })
    await compared.getByRole('button', { name: 'Back to the run' }).click()
  })

  test('an effect reads as words first, and whole on demand; the run goes out as a file', async () => {
    await page.getByRole('radio', { name: 'Effects', exact: true }).click()
    await page.getByRole('button', { name: 'm1/model/0' }).click()
    const effect = page.getByRole('region', { name: 'm1/model/0' })
    await expect.poll(() => effect.innerText()).toContain('The lease runs for three years')
    expect(await effect.innerText()).not.toContain('maxOutputTokens')
    await effect
      .getByRole('button', { name: /^Show \d+ fields$/ })
      .first()
      .click()
    await expect.poll(() => effect.innerText()).toContain('maxOutputTokens')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export this run' }).click()
    const kept = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
    expect(kept).toMatchObject({ orchestrator: 'advanced', view: { presetName: 'Test side' } })
  })

  test('the list is narrowed by preset and by time, and shows all again', async () => {
    await page.getByRole('button', { name: 'All runs' }).click()
    await page.getByRole('combobox', { name: 'Preset' }).click()
    await page.getByRole('option', { name: 'Test side' }).click()
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.getByRole('combobox', { name: 'Started' }).click()
    await page.getByRole('option', { name: 'Today' }).click()
    await expect.poll(() => rows(page).count()).toBe(1)
    await expectAccessible()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => rows(page).count()).toBe(2)
  })

  test('a run that is stopped can be taken up again', async () => {
    speak(60)
    await startRun('Test all', 'Which lease is the older one?')
    await page.getByRole('button', { name: 'Stop run' }).click()
    await expect.poll(async () => (await newest())?.state).toBe('cancelled')
    speak(0)
    await page.getByRole('button', { name: 'Go on' }).last().click()
    await expect.poll(async () => (await newest())?.state, { timeout: 15_000 }).toBe('done')
    expect(await client.runs.list({ query: 'older' })).toHaveLength(2)
    expect([...stage.errors, ...othersErrors]).toEqual([])
  })

  test('a saved pipeline is started with what it is given', async () => {
    await client.pipelines.save(SHOUT)
    await page.getByRole('button', { name: 'All runs' }).click()
    await page.getByRole('button', { name: 'New run' }).first().click()
    await page.getByRole('combobox', { name: 'Orchestrator' }).last().click()
    await page.getByRole('option', { name: 'Pipeline' }).click()
    await page.getByRole('combobox', { name: 'Pipeline', exact: true }).click()
    await page.getByRole('option', { name: /Shout/ }).click()
    const shout = page.getByRole('form', { name: 'Shout' })
    await shout.getByRole('textbox').first().fill('when?')
    await expectAccessible()
    await shout.getByRole('button', { name: 'Start' }).click()
    await expect.poll(async () => (await newest())?.state).toBe('done')
    const run = await newest()
    expect(run && (await client.runs.get({ id: run.id })).outcome?.answer).toContain('WHEN?')
  })
})
