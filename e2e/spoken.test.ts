import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ModelRef, PresetId, ProviderId } from '../src/shared/ids.ts'
import { Member } from '../src/shared/preset.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { startTutti, type Tutti } from './support/tutti.ts'

const SUM = '17 * 23 = ?'
/** Words that English has and the other two have not; what stands in quotation marks is somebody's own. */
const ENGLISH = /\b(?:the|of|that|this|which|because|with|without|from|by|for|and|not|would|members?|answers?|asked|answered|check)\b/i
const QUOTED = /„[^“]*“|«[^»]*»/g

const WORDS = {
  'de-DE': {
    newTab: 'Neuer Tab',
    settings: 'Einstellungen',
    ask: 'Etwas fragen',
    send: 'Fragen',
    before: /Auto würde eine Abstimmung mit drei Mitgliedern wählen, denn/,
    after: /Auto wählte eine Abstimmung mit drei Mitgliedern, denn die Frage hat eine kurze richtige Antwort.*„17 \* 23“/,
    why: 'Warum diese Antwort',
    voted: 'Abstimmung entschieden',
    openRun: 'Lauf öffnen',
    decisions: 'Entscheidungen',
    refused: /Nowhere ist unter http:\/\/127\.0\.0\.1:9.* nicht erreichbar/,
  },
  'fr-FR': {
    newTab: 'Nouvel onglet',
    settings: 'Réglages',
    ask: 'Posez une question',
    send: 'Demander',
    before: /Auto choisirait un vote à trois membres, car/,
    after: /Auto a choisi un vote à trois membres, car la question a une seule réponse juste.*« 17 \* 23 »/,
    why: 'Pourquoi cette réponse',
    voted: 'Vote décidé',
    openRun: 'Ouvrir l’exécution',
    decisions: 'Décisions',
    refused: /Nowhere est injoignable à http:\/\/127\.0\.0\.1:9/,
  },
} as const

describe('B15 what the core says, in the language of the page', () => {
  let tutti: Tutti
  let browser: Browser

  beforeAll(async () => {
    tutti = await startTutti()
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await tutti?.close()
  })

  test.each(Object.entries(WORDS))('%s: why Auto chose as it did, how the votes fell, what became of a run', async (locale, words) => {
    const { page, errors } = await openPage(browser, await tutti.address(), { locale })
    await page.getByRole('button', { name: words.newTab }).click()
    await page.getByRole('textbox', { name: words.ask }).fill(SUM)
    await expect.poll(() => page.getByRole('form').innerText()).toMatch(words.before)
    await page.getByRole('button', { name: words.send, exact: true }).click()
    await expect.poll(() => page.getByRole('main').innerText(), { timeout: 15_000 }).toMatch(words.after)
    await page.getByRole('button', { name: words.why }).first().click()
    const drawer = page.getByRole('complementary', { name: words.why })
    await drawer.getByText(words.voted).waitFor()
    expect((await drawer.innerText()).replace(QUOTED, '')).not.toMatch(ENGLISH)
    await drawer.getByRole('button', { name: words.openRun }).click()
    await page.getByRole('radio', { name: words.decisions, exact: true }).click()
    const main = page.getByRole('main')
    await expect.poll(() => main.innerText()).toContain(words.voted)
    expect((await main.innerText()).replace(QUOTED, '')).not.toMatch(ENGLISH)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test.each(Object.entries(WORDS))('%s: why a provider cannot be reached, in its settings and at the member', async (locale, words) => {
    const client = await tutti.client()
    const id = ProviderId.parse('nowhere')
    const base = { kind: 'compatible', concurrency: 4, requestsPerMinute: null, tokensPerMinute: null, local: true, enabled: true } as const
    await client.providers.save({ ...base, id, name: 'Nowhere', baseUrl: 'http://127.0.0.1:9/v1' })
    await client.providers.test({ id })
    const preset = PresetId.parse('nowhere')
    const members = [Member.parse({ id: 'm1', model: ModelRef.parse('nowhere/nobody') })]
    const settings = { strategy: 'sequential', minCharacters: 1 } as const
    await client.presets.save({ id: preset, name: 'Nowhere', builtIn: false, settings, members, systemPrompt: '', budgetMicros: null })
    await client.settings.update({ defaultPreset: preset })
    const { page } = await openPage(browser, await tutti.address(), { locale })
    await page.getByRole('button', { name: words.settings }).click()
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(words.refused)
    await page.getByRole('button', { name: words.newTab }).click()
    await page.getByRole('textbox', { name: words.ask }).fill('Goethe?')
    await page.getByRole('button', { name: words.send, exact: true }).click()
    await expect.poll(() => page.getByRole('main').innerText(), { timeout: 15_000 }).toMatch(words.refused)
    await page.context().close()
  })
})
