import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatNumber, formatTokens } from '../src/shared/format.ts'
import type { MetricsHistory } from '../src/shared/metrics.ts'
import { csvOf, exportRows } from '../src/shared/metrics-export.ts'
import { callCount, runCount, tokenCount } from '../src/shared/tally.ts'
import { openStage, type Stage } from './support/stage.ts'
import { type Client, run } from './support/tutti.ts'

const AXE = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8')
const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }))
const QUESTIONS = ['What is 17 × 23?', 'How many days lie between 28 February 2024 and 1 May 2024?', 'What is 12 % of 250?'] as const

let stage: Stage
let client: Client
let page: Page
beforeAll(async () => {
  stage = await openStage()
  ;({ client, page } = stage)
})
afterAll(() => stage?.close())

const openDashboard = () => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Dashboard' }).click()
const table = (name: string) => page.getByRole('table', { name, exact: true })
const history = (): Promise<MetricsHistory> => client.metrics.history({ period: 'week' })

async function ask(question: string): Promise<void> {
  await page.getByRole('button', { name: 'New tab' }).click()
  await page.getByRole('textbox', { name: /^Ask/ }).fill(question)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByRole('heading', { name: question, level: 2 }).waitFor()
}

/** Cells of a table as words, row by row, without no-break spaces. */
async function cells(name: string): Promise<string[][]> {
  const rows = await table(name).getByRole('row').all()
  const texts = rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' ').trim()))
  return Promise.all(texts)
}

async function violations(): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate('axe.run("[role=tabpanel]", { resultTypes: ["violations"] }).then((result) => result.violations)')
  return Violations.parse(found).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

async function download(format: RegExp): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: format }).click()
  const file = await waiting
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}

describe('B15 the dashboard', () => {
  test('says what will be there, and leads to the first question', async () => {
    await openDashboard()
    await page.getByText(/is shown here from the first question on/).waitFor()
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Ask a question' }).click()
    await page.getByRole('textbox', { name: /^Ask/ }).waitFor()
  })

  test('shows after three questions what the core counted', async () => {
    for (const question of QUESTIONS) await ask(question)
    await expect.poll(async () => (await history()).total.runs.done, { timeout: 20_000 }).toBe(3)
    await openDashboard()
    const { total, groups } = await history()
    await expect.poll(() => cells('By model').then((rows) => rows.at(-1)?.[1])).toBe(formatNumber(callCount(total.calls)))
    const models = await cells('By model')
    expect(models.at(-1)).toContain(formatTokens(tokenCount(total.calls)).replaceAll('\u00a0', ' '))
    expect(models.slice(1, -1).map((row) => row[1])).toEqual(groups.model.map(({ tally }) => formatNumber(callCount(tally.calls))))
    const strategies = (await cells('By strategy')).slice(1).map((row) => row[1])
    expect(strategies).toEqual(groups.strategy.map(({ tally }) => formatNumber(runCount(tally.runs))))
    await page.getByRole('radio', { name: 'Task', exact: true }).click()
    expect((await cells('By task')).slice(1).map(([name]) => name)).toEqual(['Mathematics'])
    const figures = Object.fromEntries((await cells('All figures')).map(([name = '', value]) => [name, value]))
    expect(figures['New input']).toBe(formatTokens(total.calls.input))
    expect(figures['Stopped or not needed']).toBe(formatNumber(total.calls.cancelled))
  })

  test('shows what happens now while it happens', async () => {
    const calls = callCount((await history()).total.calls)
    await page.getByText(`${calls} calls in the last 5 minutes`).waitFor()
    const { id } = await client.conversations.create({})
    const { presets } = await client.app.snapshot()
    const voting = presets.find((preset) => preset.id === 'voting')
    if (!voting) throw new Error('There is no vote.')
    await client.chat.send({ conversationId: id, parentId: null, text: 'What is 6 × 7?', presetId: voting.id })
    await expect.poll(async () => (await history()).total.runs.done).toBe(4)
    await page.getByText(`${callCount((await history()).total.calls)} calls in the last 5 minutes`).waitFor()
    // The history follows by itself.
    await expect.poll(() => cells('By model').then((rows) => rows.at(-1)?.[1])).toBe(formatNumber(callCount((await history()).total.calls)))
    for (const view of ['Per second', 'Tokens', 'Times']) {
      await page.getByRole('radio', { name: view, exact: true }).click()
      await page.getByRole('figure', { name: view === 'Per second' ? 'Per second' : view }).waitFor()
    }
    await page.getByRole('radio', { name: 'Calls', exact: true }).click()
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    await page.getByRole('heading', { name: 'Paused' }).waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()
  })

  test('lets one model be looked at alone, also after a reload', async () => {
    await page.getByRole('combobox', { name: 'Only this model' }).click()
    await page.getByRole('option', { name: 'Demo Quick' }).click()
    const alone = await client.metrics.history({
      period: 'week',
      filter: { model: (await history()).groups.model.map(({ key }) => key).find((key) => key.endsWith('quick')) ?? '' },
    })
    await expect.poll(() => cells('By model').then((rows) => rows.length)).toBe(3)
    expect((await cells('By model')).at(-1)?.[1]).toBe(formatNumber(callCount(alone.total.calls)))
    await page.reload()
    await page.getByRole('combobox', { name: 'Only this model' }).getByText('Demo Quick').waitFor()
    await page.getByRole('combobox', { name: 'Only this model' }).click()
    await page.getByRole('option', { name: 'All models' }).click()
  })

  test('leads from a figure to the runs behind it, and from there into a run', async () => {
    await table('By model').getByRole('button', { name: 'Show the runs with Demo Quick' }).click()
    const drawer = page.getByRole('complementary', { name: 'Runs behind this figure' })
    await drawer.getByText(/^4\srun/).waitFor()
    expect(await violations()).toEqual([])
    await drawer.getByRole('button', { name: new RegExp(QUESTIONS[0]) }).click()
    await page.getByRole('heading', { name: QUESTIONS[0] }).waitFor()
    await openDashboard()
  })

  test('shows all runs behind a figure in Runs, where the same narrows the list, also after a reload', async () => {
    await table('By model').getByRole('button', { name: 'Show the runs with Demo Quick' }).click()
    const drawer = page.getByRole('complementary', { name: 'Runs behind this figure' })
    const rows = await drawer.getByRole('listitem').count()
    await drawer.getByRole('button', { name: 'Show all in Runs' }).click()
    const list = page.getByRole('navigation', { name: 'Runs' })
    await expect.poll(() => list.getByRole('listitem').count()).toBe(rows)
    await list.getByRole('combobox', { name: 'Model' }).getByText('Demo Quick').waitFor()
    await list
      .getByRole('combobox', { name: 'Started' })
      .getByText(/^Calls of/)
      .waitFor()
    await page.reload()
    await list.getByRole('combobox', { name: 'Model' }).getByText('Demo Quick').waitFor()
    await list.getByRole('combobox', { name: 'Orchestrator' }).click()
    await page.getByRole('option', { name: 'Pipeline' }).click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(0)
    await list.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(4)
    await openDashboard()
  })

  test('leads from a point of a chart to its runs, by pointer and as a table', async () => {
    const calls = page.getByRole('figure', { name: 'Calls' })
    await calls.getByRole('img').locator('.recharts-bar-rectangle').last().click()
    await page
      .getByRole('complementary', { name: 'Runs behind this figure' })
      .getByText(/^4\srun/)
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click()
    await calls.getByRole('button', { name: 'Table: Calls' }).click()
    expect((await cells('Calls')).length).toBe(2)
    await table('Calls')
      .getByRole('button', { name: /^Show the runs of/ })
      .click()
    await page
      .getByRole('complementary', { name: 'Runs behind this figure' })
      .getByText(/^4\srun/)
      .waitFor()
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click()
  })

  test('is exported as it is shown, and the command line says the same', async () => {
    const csv = await download(/CSV/)
    expect(csv.name).toMatch(/^tutti-week-\d{4}-\d\d-\d\d\.csv$/)
    expect(csv.text).toBe(`\ufeff${csvOf(exportRows(await history()))}`)
    const json = await download(/JSON/)
    expect(JSON.parse(json.text)).toEqual({ period: 'week', rows: exportRows(await history()) })
    const printed = await run(['stats', '--period', 'week', '--csv'], stage.tutti.home)
    expect(printed.code).toBe(0)
    expect(printed.stdout).toBe(`${csv.text.slice(1)}\r\n`)
    expect((await run(['stats'], stage.tutti.home)).stdout).toMatch(/Model .*runs .*calls .*success/)
  })

  test('compares two periods and goes back in time', async () => {
    await page.getByRole('button', { name: 'Earlier' }).click()
    await page.getByText('Nothing was asked in this time.').waitFor()
    await page.getByRole('button', { name: 'Later' }).click()
    await expect.poll(async () => (await cells('All figures'))[0]).toEqual(['All figures', 'This period', 'Compared', 'Difference'])
    await page.getByRole('combobox', { name: 'Compare with' }).click()
    await page.getByRole('option', { name: 'No comparison' }).click()
    await expect.poll(async () => (await cells('All figures'))[0]).toEqual(['All figures', 'This period'])
    for (const period of ['Hour', 'Day', 'Month', 'All']) {
      await page.getByRole('radio', { name: period, exact: true }).click()
      await expect.poll(() => cells('By model').then((rows) => rows.length)).toBeGreaterThan(2)
    }
    expect(stage.errors).toEqual([])
  })

  test.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 720],
    ['dark', 720],
  ] as const)('has no barrier that axe finds, %s at %d', async (look, width) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: look })
    await table('By model').waitFor()
    expect(await violations()).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(wider).toBe(false)
  })
})
