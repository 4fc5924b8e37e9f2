import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import type { Preset } from '../../src/shared/preset.ts'
import type { RunView } from '../../src/shared/run.ts'
import type { Client } from './tutti.ts'

/** What a person does in the chat tab, by the words on the page. */
export class ConversationPage {
  readonly page: Page
  readonly #client: Client

  constructor(page: Page, client: Client) {
    this.page = page
    this.#client = client
  }

  /** Opens a tab, chooses the preset, types the question and asks it. */
  async ask(question: string, preset: Preset): Promise<void> {
    await this.newTab(preset)
    await this.send(question)
  }

  async newTab(preset: Preset): Promise<void> {
    const { page } = this
    await this.#client.presets.save(preset)
    await page.getByRole('button', { name: 'New tab' }).click()
    await page.getByRole('button', { name: /^Preset:/ }).click()
    await page.getByRole('menuitem', { name: new RegExp(preset.name) }).click()
  }

  /** Types into the composer of the tab that is shown, and asks. */
  async send(question: string): Promise<void> {
    await this.composer().fill(question)
    await this.page.getByRole('button', { name: 'Ask', exact: true }).click()
    await this.question(question).waitFor()
  }

  composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Ask|^Write the next message/ })
  }

  question(text: string): Locator {
    return this.page.getByRole('heading', { name: text, level: 2 })
  }

  /** The newest answer of a member. */
  member(label: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`\\d, ${label}`) }).last()
  }

  /** The newest run of the conversation that the question began, as the core has it. */
  async run(question: string): Promise<RunView | undefined> {
    const { conversations } = await this.#client.app.snapshot()
    const asked = conversations.find((conversation) => question.startsWith(conversation.title.replace('…', '')))
    return asked && (await this.#client.conversations.open({ id: asked.id })).runs.at(-1)
  }

  async ended(question: string, state: RunView['state'] = 'done'): Promise<void> {
    await expect.poll(async () => (await this.run(question))?.state, { timeout: 20_000 }).toBe(state)
  }
}
