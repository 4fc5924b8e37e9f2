import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formatIn } from '../../src/shared/format.ts'
import { PresetId, type RunId } from '../../src/shared/ids.ts'
import { Pipeline } from '../../src/shared/pipeline.ts'
import { type PresetSettings, StrategySettings } from '../../src/shared/preset.ts'
import type { RunView } from '../../src/shared/run.ts'
import { de } from '../../src/shared/sentences/de.ts'
import { fr } from '../../src/shared/sentences/fr.ts'
import { inWords } from '../../src/shared/sentences/in-words.ts'
import { speak } from '../../src/shared/sentences/speak.ts'
import { Budgets } from '../../src/shared/settings.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, ended, openApp, savePreset, send } from './support.ts'

const LANGUAGES = { de, fr } as const
/** Words that English has and the other two have not; what stands in quotation marks is somebody's own. */
const ENGLISH =
  /\b(?:the|of|that|this|these|which|because|with|without|from|by|for|and|not|were|would|has|have|gave|members?|answers?|asked|answered)\b/i
const QUOTED = /“[^”]*”|„[^“]*“|«[^»]*»|"[^"]*"/g
/** Fields in which the core speaks. */
const SPOKEN = new Set(['title', 'reason', 'summary', 'evidence', 'notes', 'note', 'detail', 'message', 'blocked'])

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())
beforeEach(() => server.clear())
afterEach(async () => {
  formatIn('en')
  await app.close()
})

async function open(...vendors: string[]) {
  app = await openApp({ server, vendors })
  client = app.client
}

/** Everything that the core says in a value, by its place. */
function spokenIn(value: unknown, path = '', spoken: { path: string; text: string }[] = []): { path: string; text: string }[] {
  if (typeof value !== 'object' || value === null) return spoken
  for (const [field, each] of Object.entries(value)) {
    const texts = typeof each === 'string' ? [each] : Array.isArray(each) ? each.filter((one) => typeof one === 'string') : []
    if (SPOKEN.has(field)) spoken.push(...texts.map((text) => ({ path: `${path}.${field}`, text })))
    if (field !== 'said') spokenIn(each, `${path}.${field}`, spoken)
  }
  return spoken
}

/** No sentence is left in English, in any of the other languages; `own`: what the user, a model or a vendor said. */
function expectTranslated(told: unknown, ...own: string[]): void {
  for (const [language, catalogue] of Object.entries(LANGUAGES)) {
    formatIn(language === 'de' ? 'de' : 'fr')
    for (const { path, text } of spokenIn(speak(structuredClone(told), (words) => inWords(words, catalogue)))) {
      const left = own.reduce((rest, words) => rest.replaceAll(words, ''), text).replace(QUOTED, '')
      expect(left, `${language} ${path}`).not.toMatch(ENGLISH)
    }
  }
  formatIn('en')
}

/** What a page shows of a run, without what the user called it. */
function shown({ title: _, ...run }: RunView) {
  expect(run.decisions.length, 'the run says what it decided').toBeGreaterThan(0)
  for (const { title, said } of run.decisions) expect(Object.keys(said ?? {}), title).toEqual(['title', 'reason'])
  return run
}

describe('B15 the core says nothing in English alone', () => {
  const QUESTIONS = [
    'hi',
    'Write a poem about the sea.',
    'Translate "good morning" to French.',
    'What is the weather in Paris right now?',
    'What is 17 * 23?',
  ]
  const SETTINGS: [string, PresetSettings, string][] = [
    ['parallel', { strategy: 'parallel', merge: 'none' }, 'Who wrote Faust?'],
    ['merged', { strategy: 'parallel', merge: 'model' }, 'Write a line about rain.'],
    ['sequential', { strategy: 'sequential', minCharacters: 1 }, 'Who wrote Faust?'],
    ['never-content', { strategy: 'sequential', minCharacters: 9_000, retries: 1 }, 'Who wrote Faust?'],
    ['voting', StrategySettings.parse({ strategy: 'voting' }), 'What is 17 * 23?'],
    ['weighted', StrategySettings.parse({ strategy: 'voting', rule: 'weighted', earlyStop: false }), 'What is 17 * 23?'],
    ['free-text', StrategySettings.parse({ strategy: 'voting' }), 'Write a poem about the sea.'],
    ['cascade', StrategySettings.parse({ strategy: 'cascade', stopOn: 'agreement' }), 'What is 17 * 23?'],
    ['good-enough', StrategySettings.parse({ strategy: 'cascade', stopOn: 'quality', threshold: 0.5 }), 'Who wrote Faust?'],
    ['never-good', StrategySettings.parse({ strategy: 'cascade', stopOn: 'quality', threshold: 1 }), 'Return only JSON: who wrote Faust?'],
    ['expert', { strategy: 'expert' }, 'Fix this: function add(a, b) { return a - b }'],
  ]

  test('of a run, whatever its strategy', async () => {
    await open()
    const models = (await client.app.snapshot()).models.filter(({ simulated }) => simulated).map(({ ref }) => ref)
    const played = SETTINGS.map(async ([name, settings, question]) => {
      const id = PresetId.parse(`told-${name}`)
      await savePreset(client, models, settings, { id })
      const run = await ask(client, question, id)
      expect(run.state, name).toBe('done')
      expectTranslated(shown(run), ...run.speakers.map(({ text }) => text))
    })
    await Promise.all(played)
  })

  test('of Auto, before and after', async () => {
    await open()
    const presetId = PresetId.parse('auto')
    const played = QUESTIONS.map(async (text) => {
      const { auto } = await client.chat.estimate({ conversationId: null, parentId: null, attachments: [], presetId, text })
      expect(auto?.said, text).toBeDefined()
      expectTranslated(auto)
      expectTranslated(shown(await ask(client, text, presetId)))
    })
    await Promise.all(played)
  })

  test('of a second call where the first is slow', async () => {
    await open('openai')
    await client.settings.update({ resilience: { hedge: true, substitute: 'off' } })
    server.script({ vendor: 'openai' }, { text: 'Goethe.', firstTokenMs: 5 })
    const settings = { strategy: 'parallel', merge: 'none' } as const
    const often = Array.from({ length: 20 }, () => 'openai/gpt-5-mini')
    await ask(client, 'Who wrote Faust?', await savePreset(client, often, settings))
    server.script({ vendor: 'openai' }, [{ fault: { type: 'hang' } }, { text: 'Goethe.' }])
    const run = await ask(client, 'Who wrote Faust?', await savePreset(client, ['openai/gpt-5-mini'], settings))
    expect(run.speakers[0]?.result?.said).toMatchObject({ notes: [{ say: 'hedged.first' }] })
    expectTranslated(shown(run))
  })

  test('where members fail, others stand in and Auto falls back', async () => {
    await open('openai', 'google')
    await client.settings.update({ resilience: { hedge: false, substitute: 'equivalent' } })
    server.script({ vendor: 'openai' }, { fault: { type: 'status', status: 503, message: 'Overloaded' } })
    server.script({ vendor: 'google' }, { text: 'Goethe.' })
    const run = await ask(client, 'Who wrote Faust?', await savePreset(client, ['openai/gpt-5-mini'], { strategy: 'expert' }))
    expect(run.speakers[0]?.result?.notes).not.toEqual([])
    expectTranslated(shown(run), 'Overloaded')
    server.script({ vendor: 'google' }, { fault: { type: 'status', status: 503 } })
    const lost = await ask(client, 'Who wrote Faust?', PresetId.parse('auto'))
    expect(lost.decisions.some(({ said }) => JSON.stringify(said).includes('auto.fell-back'))).toBe(true)
    expectTranslated(shown(lost), 'Overloaded')
  })

  test('where nobody answers, whatever the fault', async () => {
    await open('openai')
    const preset = await savePreset(client, ['openai/gpt-5-mini'], { strategy: 'sequential', minCharacters: 1 })
    for (const status of [400, 401, 403, 404, 429, 500]) {
      server.script({ vendor: 'openai' }, { fault: { type: 'status', status } })
      const run = await ask(client, 'Who wrote Faust?', preset)
      expect(run.error?.said, String(status)).toBeDefined()
      expectTranslated(shown(run), 'scripted fault')
    }
    for (const fault of [{ type: 'cut', afterChunks: 1 }, { type: 'refusal' }, { type: 'error-event' }] as const) {
      server.script({ vendor: 'openai' }, { text: 'Goe', fault })
      expectTranslated(shown(await ask(client, 'Who wrote Faust?', preset)), 'Goe', 'Overloaded')
    }
  })

  test('at a limit: stopped, asked, and gone cheaper', async () => {
    await open('anthropic', 'openai')
    server.script({ vendor: 'openai' }, { text: 'Goethe.' })
    server.script({ vendor: 'anthropic' }, { text: 'Goethe.' })
    const preset = await savePreset(client, ['anthropic/claude-sonnet-4-5'], { strategy: 'sequential', minCharacters: 1 })
    await client.settings.update({ budgets: Budgets.parse({ runMicros: 500 }) })
    expectTranslated(shown(await ask(client, 'Who wrote Faust?', preset)))
    await client.settings.update({ budgets: Budgets.parse({ runMicros: 500, atRunLimit: 'degrade' }) })
    expectTranslated(shown(await ask(client, 'Who wrote Faust?', preset)))
    await client.settings.update({ budgets: Budgets.parse({ runMicros: 500, atRunLimit: 'ask' }) })
    const { runId } = await send(client, 'Who wrote Faust?', preset)
    const waits = await waitsOf(runId)
    expectTranslated(waits)
    for (const { options } of waits) for (const { said } of options) expect(said).toBeDefined()
    await client.runs.answer({ id: runId, path: waits[0]?.path ?? '', value: 'no' })
    expectTranslated(shown(await ended(client, runId)))
  })

  test('of tools: asked for, refused, called', async () => {
    await open('openai')
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    const call = { toolCalls: [{ name: 'calculator', arguments: '{"expression":"6*7"}' }] }
    const preset = await savePreset(client, ['openai/gpt-5-mini'], { strategy: 'parallel', merge: 'none' }, { tools: ['calculator'] })
    for (const value of ['no', 'yes']) {
      server.script({ vendor: 'openai' }, [call, { text: 'It is 42.' }])
      const { runId } = await send(client, 'What is 6 times 7?', preset)
      const waits = await waitsOf(runId)
      expectTranslated(waits)
      await client.runs.answer({ id: runId, path: waits[0]?.path ?? '', value })
      expectTranslated(shown(await ended(client, runId)))
    }
  })

  test('of a pipeline: its plan, its branches and rounds, what it skips and what fails', async () => {
    await open()
    const stages = [
      { id: 'size', processor: { type: 'branch', cases: [{ name: 'gross', when: 'input > 10' }], otherwise: 'klein' } },
      { id: 'nie', condition: 'false', processor: { type: 'transform', expression: '1' } },
      { id: 'danach', processor: { type: 'transform', expression: 'stages.nie' } },
      { id: 'mal', over: '[1, 2]', processor: { type: 'transform', expression: 'item' } },
      {
        id: 'nochmal',
        processor: { type: 'loop', most: 2, until: 'false', body: [{ id: 'x', processor: { type: 'transform', expression: '1' } }] },
      },
      { id: 'form', processor: { type: 'validate', value: 'input', schema: { type: 'string' } } },
      { id: 'dahinter', waitsFor: ['form'], processor: { type: 'transform', expression: '1' } },
    ]
    const pipeline = Pipeline.parse({ id: 'p', name: 'P', onFailure: 'partial', stages })
    const { runId } = await client.pipelines.run({ pipeline, input: 12 })
    const run = await ended(client, runId)
    expect(run.plan?.nodes.map(({ state }) => state)).toContain('skipped')
    // What a schema refuses is said by the checker of schemas.
    expectTranslated(shown(run), 'The value must be string')
  })

  test('of pipelines that cannot run', async () => {
    await open()
    const stage = (id: string, expression: string) => ({ id, processor: { type: 'transform', expression } })
    const wrong = [[], [stage('a', 'stages.b'), stage('a', '1')], [stage('a', 'stages.b'), stage('b', 'stages.a')]]
    for (const stages of wrong) {
      const pipeline = Pipeline.parse({ id: 'p', name: 'P', stages })
      const { problems } = await client.pipelines.check(pipeline)
      expect(problems).not.toEqual([])
      expectTranslated(problems)
    }
  })

  async function waitsOf(id: RunId) {
    await expect.poll(async () => (await client.runs.get({ id })).waits.length).toBe(1)
    return (await client.runs.get({ id })).waits
  }
})
