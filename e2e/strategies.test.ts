import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formatMoney, formatTokens } from '../src/shared/format.ts'
import { ModelRef } from '../src/shared/ids.ts'
import { totalTokens } from '../src/shared/model.ts'
import type { Member, StrategySettings } from '../src/shared/preset.ts'
import type { RunView } from '../src/shared/run.ts'
import type { VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { ENSEMBLE, members, presetOf } from './support/ensemble.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Client } from './support/tutti.ts'

const VENDORS = ['anthropic', 'google', 'groq', 'openai', 'perplexity']

let stage: Stage
let server: VendorServer
let client: Client
let page: Page

beforeAll(async () => {
  stage = await openStage({ vendors: true })
  ;({ server, client, page } = stage)
})
afterAll(() => stage?.close())
beforeEach(() => {
  server.clear()
  server.requests.length = 0
})

/** What each of the five says, in the order of the ensemble. */
function script(answers: readonly string[]): void {
  for (const [index, [, model]] of ENSEMBLE.entries()) {
    server.script({ model }, { text: answers[index] ?? '', usage: { input: 1000 + index, output: 100 }, chunkMs: 2 })
  }
}

/** From the page: a new tab, the preset from the picker, the question typed, Ask; resolves with the run as the core has it. */
async function askInPage(question: string, settings: StrategySettings, own?: Member[]): Promise<RunView> {
  const preset = presetOf(`e2e-${settings.strategy}`, settings, own)
  await client.presets.save(preset)
  await page.getByRole('button', { name: 'New tab' }).click()
  await page.getByRole('button', { name: /^Preset:/ }).click()
  await page.getByRole('menuitem', { name: new RegExp(preset.name) }).click()
  await page.getByRole('textbox', { name: /^Ask/ }).fill(question)
  await expect.poll(() => page.getByText(/Next message about \$/).isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByRole('heading', { name: question, level: 2 }).waitFor()
  await expect.poll(async () => (await runOf(question))?.state, { timeout: 15_000 }).toBe('done')
  const run = await runOf(question)
  if (!run) throw new Error('The run is gone.')
  return run
}

async function runOf(question: string): Promise<RunView | undefined> {
  const [found] = (await client.app.snapshot()).conversations.filter((conversation) =>
    question.startsWith(conversation.title.replace('…', '')),
  )
  return found && (await client.conversations.open({ id: found.id })).runs[0]
}

const member = (label: string) => page.getByRole('region', { name: new RegExp(`\\d, ${label}`) })

/** Every member's state, tokens and cost stand on the page as the core has them. */
async function expectFigures(run: RunView, states: Readonly<Record<string, string>>): Promise<void> {
  for (const speaker of run.speakers.filter(({ role }) => role === 'member')) {
    const region = member(speaker.label)
    await expect.poll(() => region.innerText()).toContain(states[speaker.id])
    const { usage, costMicros } = speaker.result ?? {}
    if (speaker.state !== 'done' || !usage || typeof costMicros !== 'number') continue
    expect(costMicros).toBeGreaterThan(0)
    const text = await region.innerText()
    expect(text).toContain(formatTokens(totalTokens(usage)))
    expect(text).toContain(formatMoney(costMicros))
  }
  expect(run.costMicros).toBe(run.speakers.reduce((sum, speaker) => sum + (speaker.result?.costMicros ?? 0), 0))
}

const vendorsAsked = () => [...new Set(server.requests.map((request) => request.vendor))].sort()

describe('B1 five strategies, from the page through the vendors’ SDKs and back', () => {
  test('parallel: all answer, one merges', async () => {
    script(['Paris.', 'Paris, France.', 'It is Paris.', 'Paris [1].', 'Lyon.'])
    server.script(
      { model: 'claude-sonnet-4-5', user: /Lyon\./ },
      { text: 'Paris is the capital. One member said Lyon.', usage: { input: 900, output: 20 } },
    )
    const run = await askInPage('What is the capital of France in the parallel world?', {
      strategy: 'parallel',
      merge: 'model',
      mergeModel: ModelRef.parse('anthropic/claude-sonnet-4-5'),
    })
    expect(run.outcome?.kind).toBe('merged')
    await expect.poll(() => page.getByRole('article').innerText()).toContain('Paris is the capital. One member said Lyon.')
    await expectFigures(run, { m1: 'Done', m2: 'Done', m3: 'Done', m4: 'Done', m5: 'Done' })
    expect(vendorsAsked()).toEqual(VENDORS)
  })

  test('sequential: one after the other until an answer is acceptable', async () => {
    for (const [, model] of ENSEMBLE.slice(0, 4)) server.script({ model }, { fault: { type: 'status', status: 400, message: 'Not today' } })
    server.script({ vendor: 'groq' }, { text: 'Forty-two.', usage: { input: 1000, output: 100 } })
    const run = await askInPage('What is the sequential answer?', { strategy: 'sequential', minCharacters: 1 })
    expect(run.outcome?.by).toBe('m5')
    await expect.poll(() => page.getByRole('article').innerText()).toContain('Forty-two.')
    await expectFigures(run, { m1: 'Failed', m2: 'Failed', m3: 'Failed', m4: 'Failed', m5: 'Done' })
    expect(vendorsAsked()).toEqual(VENDORS)
  })

  test('voting: three of four agree, dissent is shown, the fifth is not asked', async () => {
    script(['Answer: 31 December', 'Answer: 31 December', 'Answer: 30 September', 'Answer: 31 December', 'Answer: 1 May'])
    const run = await askInPage('When does the lease end by vote?', { strategy: 'voting', earlyStop: true })
    expect(run.outcome?.agreement).toMatchObject({ agree: 3 })
    const article = page.getByRole('article', { name: 'Agreed answer' })
    await expect.poll(() => article.innerText()).toContain('3 of 4 agree')
    expect(await article.innerText()).toMatch(/30 September/)
    await expectFigures(run, { m1: 'Agrees', m2: 'Agrees', m3: 'Dissents', m4: 'Agrees', m5: 'Not needed' })
    await page.getByRole('button', { name: 'Why this answer' }).click()
    const why = page.getByRole('complementary', { name: 'Why this answer' })
    await expect.poll(() => why.innerText()).toMatch(/Asked 1, 2 and 3[\s\S]*Asked 4[\s\S]*Did not ask 5/)
    await why.getByRole('button', { name: 'Close' }).click()
    expect(vendorsAsked()).toEqual(['anthropic', 'google', 'openai', 'perplexity'])
  })

  test('voting: while the majority is open, all five are asked', async () => {
    script(['Answer: 7', 'Answer: 8', 'Answer: 7', 'Answer: 8', 'Answer: 8'])
    const run = await askInPage('How many votes does an open vote take?', { strategy: 'voting', earlyStop: true })
    expect(run.outcome?.agreement).toMatchObject({ agree: 3, of: 5 })
    await expectFigures(run, { m1: 'Dissents', m2: 'Agrees', m3: 'Dissents', m4: 'Agrees', m5: 'Agrees' })
    expect(vendorsAsked()).toEqual(VENDORS)
  })

  test('cascade: escalates until two agree', async () => {
    script(['Answer: 60', 'Answer: 61', 'Answer: 62', 'Answer: 63', 'Answer: 63'])
    const run = await askInPage('How many days in the cascade?', { strategy: 'cascade', stopOn: 'agreement', threshold: 0.7 })
    expect(run.outcome?.agreement).toMatchObject({ agree: 2, of: 5 })
    await expect.poll(() => page.getByRole('article').innerText()).toContain('63')
    await expectFigures(run, { m1: 'Dissents', m2: 'Dissents', m3: 'Dissents', m4: 'Agrees', m5: 'Agrees' })
    expect(vendorsAsked()).toEqual(VENDORS)
  })

  test('expert: the task type picks the specialist, with the reason; where it fails the others stand in', async () => {
    for (const [, model] of ENSEMBLE) server.script({ model }, { fault: { type: 'status', status: 400, message: 'Not today' } })
    server.script({ vendor: 'perplexity' }, { text: 'def add(a, b): return a + b', usage: { input: 1000, output: 100 } })
    const own = members().map((one): Member => (one.id === 'm5' ? { ...one, specialities: ['code'] } : one))
    const run = await askInPage('Write a Python function that adds two numbers, expert.', { strategy: 'expert' }, own)
    expect(run.outcome?.by).toBe('m4')
    await expect.poll(() => page.getByRole('article').innerText()).toContain('def add(a, b)')
    await page.getByRole('button', { name: 'Why this answer' }).click()
    const why = page.getByRole('complementary', { name: 'Why this answer' })
    await expect.poll(() => why.innerText()).toMatch(/code/i)
    expect(server.requests[0]?.vendor).toBe('groq')
    expect(vendorsAsked()).toEqual(VENDORS)
  })

  test('nothing was said on the console that a user would have to worry about', () => {
    expect(stage.errors).toEqual([])
  })
})
