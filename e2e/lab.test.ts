import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RunId } from '../src/shared/ids.ts'
import { openStage, type Stage } from './support/stage.ts'
import { newHome, run } from './support/tutti.ts'

const AUSTRALIA = 'What is the capital city of Australia?'
const MODELS = [
  { model: 'demo/quick', cost: 0.0001, rightIn: 3 },
  { model: 'demo/steady', cost: 0.0004, rightIn: 8 },
  { model: 'demo/careful', cost: 0.004, rightIn: 40 },
]

/** A hundred questions about capitals, and what three members once said to them. */
function writeFiles(): { questions: string; answers: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tutti-lab-files-'))
  const places = Array.from({ length: 100 }, (_, place) => ({
    id: `q${place + 1}`,
    country: `Country ${place + 1}`,
    city: `City ${place + 1}`,
  }))
  const questions = join(folder, 'capitals.csv')
  const answers = join(folder, 'answers.jsonl')
  const lines = places.map(({ id, country, city }) => `${id},"What is the capital city of ${country}?",${city}`)
  writeFileSync(questions, `id,question,expected\n${lines.join('\n')}\n`)
  const rows = places.flatMap(({ id, city }, place) =>
    MODELS.map(({ model, cost, rightIn }, at) => {
      const wrong = place % rightIn === 0
      return { question_id: id, model, answer: wrong ? `Town ${at}${place}` : city, cost, latency_ms: 200 + 300 * at }
    }),
  )
  writeFileSync(answers, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return { questions, answers }
}

describe('F4 the Lab', () => {
  const files = writeFiles()
  let stage: Stage
  let page: Page

  beforeAll(async () => {
    stage = await openStage()
    page = stage.page
  })
  afterAll(() => stage?.close())

  test('imports a hundred questions with recorded answers and says what an experiment takes', async () => {
    await page
      .getByRole('link', { name: 'Lab' })
      .or(page.getByRole('button', { name: 'Lab', exact: true }))
      .first()
      .click()
    await page.getByRole('heading', { name: 'Import a data set' }).waitFor()
    const inputs = page.locator('input[type=file]')
    await inputs.nth(0).setInputFiles(files.questions)
    await inputs.nth(1).setInputFiles(files.answers)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('heading', { name: 'New experiment on capitals' }).waitFor()
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/Nothing is asked or paid\. About/)
  })

  test('runs three presets beside the models alone, and the picture is a table, too', async () => {
    for (const name of ['Vote', 'Cheap first', 'Calibrated cascade, balanced'])
      await page.getByRole('checkbox', { name, exact: true }).check()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('button', { name: 'Use for routing' }).waitFor()
    const table = page.getByRole('table')
    await expect.poll(() => table.getByRole('row').count()).toBe(7)
    expect(await table.getByRole('row', { name: /^Demo Careful/ }).innerText()).toMatch(/97\.0 ± \d/)
    const drawn = page.getByRole('img', { name: /^Cost and quality/ }).locator('svg text')
    await expect.poll(() => drawn.allTextContents()).toContain('Demo Careful')
  })

  test('the dial under the picture leads from the cheapest to the best, and says what that comes to', async () => {
    const dial = page.getByRole('slider', { name: 'Balance of cost and quality' })
    const chosen = () => page.locator('tr[aria-current]').innerText()
    await dial.press('End')
    await expect.poll(chosen).toMatch(/97\.0 ± \d/)
    expect(await dial.getAttribute('aria-valuetext')).toMatch(/is right 97\.0\s% of the time and costs \$\d/)
    await dial.press('Home')
    await expect.poll(chosen).toMatch(/^Demo Steady/)
  })

  test('shows where they differ, one question after the other', async () => {
    const section = page.getByRole('region', { name: 'Where they differ' })
    await expect.poll(() => section.innerText()).toMatch(/1 of \d+[\s\S]*capital city of Country 1\?[\s\S]*Expected[\s\S]*City 1/)
    await section.getByRole('button', { name: 'Next question' }).click()
    await expect.poll(() => section.innerText()).toMatch(/2 of \d+[\s\S]*Country 4\?/)
  })

  test('the report holds the same figures', async () => {
    const downloaded = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: /^Report/ }).click()
    const report = readFileSync(await (await downloaded).path(), 'utf8')
    expect(report).toMatch(/\| Demo Careful[^|]*\| 97\.00 % \[/)
  })

  test('what was learned decides a question of the same kind, and the reason says from which data set', async () => {
    await page.getByRole('button', { name: 'Use for routing' }).click()
    await page.getByText('Routing goes by “capitals” now.').waitFor()
    await page
      .getByRole('link', { name: 'Chat' })
      .or(page.getByRole('button', { name: 'Chat', exact: true }))
      .first()
      .click()
    await page.getByRole('textbox', { name: /^Ask/ }).fill(AUSTRALIA)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByRole('heading', { name: AUSTRALIA, level: 2 }).waitFor()
    const { client } = stage
    const asked = async () => (await client.runs.list({ limit: 1 }))[0]
    await expect.poll(async () => (await asked())?.state).toBe('done')
    const { decisions } = await client.runs.get({ id: (await asked())?.id ?? RunId.parse('none') })
    expect(decisions.find(({ title }) => title === 'As learned from “capitals”')?.reason).toMatch(
      /100 questions .* right \d+\.\d\s% of the time/,
    )
  })

  test('Settings shows what was learned, and forgets it', async () => {
    await page
      .getByRole('link', { name: 'Settings' })
      .or(page.getByRole('button', { name: 'Settings', exact: true }))
      .first()
      .click()
    await page
      .getByRole('link', { name: 'Routing' })
      .or(page.getByRole('button', { name: 'Routing' }))
      .first()
      .click()
    const part = page.getByRole('region', { name: 'Learned in the Lab' })
    await expect.poll(() => part.innerText()).toMatch(/capitals[\s\S]*100.questions[\s\S]*50 %\s*now/)
    await part.getByRole('button', { name: 'Forget what was learned from capitals' }).click()
    await expect.poll(() => part.innerText()).toMatch(/Nothing yet/)
    expect(stage.errors).toEqual([])
  })
})

describe('F4 tutti lab run', () => {
  test('prints the same from files, and names the line of what it cannot use', async () => {
    const { questions, answers } = writeFiles()
    writeFileSync(questions, `${readFileSync(questions, 'utf8')}q1,"Once more?",No\n,"Without an answer?",\n`)
    const { code, stdout, stderr } = await run(
      ['lab', 'run', '--data', questions, '--answers', answers, '--presets', 'models,voting,calibrated', '--json'],
      newHome(),
    )
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/questions, line 102: The id “q1” stands on line 2 already\./)
    expect(stderr).toMatch(/questions, line 103: The line has no expected answer\./)
    const { results } = JSON.parse(stdout)
    expect(results.entries).toHaveLength(5)
    expect(results.entries[2]).toMatchObject({ name: 'Demo Careful', asked: 100, accuracy: { value: 0.97 }, latencyMs: { p50: 800 } })
  })
})

describe('F4 the Lab’s example', () => {
  test('asks the built-in members and tells them apart, on a fresh machine without a key', async () => {
    const stage = await openStage()
    try {
      const { page, errors } = stage
      await page.getByRole('button', { name: 'Lab', exact: true }).click()
      await page.getByRole('button', { name: 'Try the example' }).click()
      await page.getByRole('heading', { name: 'New experiment on Example' }).waitFor()
      await page.getByRole('textbox', { name: 'Questions' }).fill('16')
      await page.getByRole('button', { name: 'Start', exact: true }).click()
      await page.getByText(/^finished /).waitFor({ timeout: 60_000 })
      const right = async (name: RegExp) =>
        Number.parseFloat((await page.getByRole('row', { name }).innerText()).match(/[\d.]+(?= ±)/)?.[0] ?? '')
      expect(await right(/^Demo Careful/)).toBeGreaterThan((await right(/^Demo Quick/)) + 10)
      expect(await right(/^Vote/)).toBeGreaterThan(await right(/^Demo Quick/))
      expect(errors).toEqual([])
    } finally {
      await stage.close()
    }
  })
})
