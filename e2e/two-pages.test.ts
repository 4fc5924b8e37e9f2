import fc from 'fast-check'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage, startBrowser } from './support/browser.ts'
import { type Client, startTutti, type Tutti } from './support/tutti.ts'

const ACTIONS = 1_000
/** After so many actions the pages are let come to rest and compared. */
const CHECK_EVERY = 100
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

/** What a person does in one of the pages, by the page alone: keys and clicks. `at` picks a tab, `text` is typed. */
type Action = { readonly page: 0 | 1; readonly kind: Kind; readonly at: number; readonly text: string; readonly together: boolean }
const KEYS = {
  reopen: { key: 'T', ctrlKey: true, shiftKey: true },
  settings: { key: ',', ctrlKey: true },
  runs: { key: 'R', ctrlKey: true, altKey: true },
  split: { key: '\\', ctrlKey: true },
  pin: { key: 'P', ctrlKey: true, altKey: true },
  left: { key: 'PageUp', ctrlKey: true, shiftKey: true },
  right: { key: 'PageDown', ctrlKey: true, shiftKey: true },
  dark: { key: 'D', ctrlKey: true, altKey: true },
  light: { key: 'L', ctrlKey: true, altKey: true },
  larger: { key: 'G', ctrlKey: true, altKey: true },
  smaller: { key: 'S', ctrlKey: true, altKey: true },
} as const satisfies Record<string, KeyboardEventInit>
const WEIGHTS = {
  type: 30,
  switch: 18,
  newChat: 10,
  close: 10,
  left: 5,
  right: 5,
  pin: 4,
  reopen: 4,
  split: 3,
  send: 3,
  settings: 2,
  runs: 2,
  dark: 1,
  light: 1,
  larger: 1,
  smaller: 1,
} as const satisfies Record<string, number>
type Kind = keyof typeof WEIGHTS

/** What somebody does who is neither page: a command line, another window. */
const action: fc.Arbitrary<Action> = fc.record({
  page: fc.constantFrom(0, 1),
  kind: fc.oneof(...Object.entries(WEIGHTS).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))).map(kindOf),
  at: fc.nat(30),
  text: fc.string({ unit: fc.constantFrom(...'abc éß 12\n'), minLength: 1, maxLength: 12 }),
  together: fc.boolean(),
})

function kindOf(text: string): Kind {
  const known = Object.keys(WEIGHTS).find((kind): kind is Kind => kind === text)
  if (known === undefined) throw new RangeError(text)
  return known
}

let tutti: Tutti
let client: Client
let browser: Browser
let pages: readonly Page[]
let errors: string[]
beforeAll(async () => {
  tutti = await startTutti()
  browser = await startBrowser()
  client = await tutti.client()
  const own = { 'tab.pin': 'Ctrl+Alt+P', 'place.orchestration': 'Ctrl+Alt+R', 'look.dark': 'Ctrl+Alt+D', 'look.light': 'Ctrl+Alt+L' }
  await client.settings.update({ shortcuts: { ...own, 'look.larger': 'Ctrl+Alt+G', 'look.smaller': 'Ctrl+Alt+S' } })
  await client.settings.update({ defaultPreset: (await presetNamed('voting')).id })
  const opened = await Promise.all([0, 1].map(async () => openPage(browser, await tutti.address())))
  pages = opened.map(({ page }) => page)
  errors = opened.flatMap((one) => one.errors)
  await Promise.all(pages.map((page) => page.getByRole('tab').first().waitFor()))
})
afterAll(async () => {
  await browser?.close()
  await tutti?.close()
})

async function presetNamed(id: string) {
  const preset = (await client.app.snapshot()).presets.find((known) => known.id === id)
  if (!preset) throw new Error(`There is no preset ${id}.`)
  return preset
}

async function act({ page: number, kind, at, text }: Action): Promise<void> {
  const page = pages[number]
  if (!page) throw new RangeError(`There is no page ${number}.`)
  if (kind === 'newChat' || kind === 'switch' || kind === 'close' || kind === 'type' || kind === 'send') {
    await page.evaluate(touch, { kind, at, text })
  } else
    await page.evaluate(
      (init) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })),
      KEYS[kind],
    )
}

/** Runs in the page. Where there is nothing to touch, for example no composer in Settings, nothing happens, as with a person. */
function touch({ kind, at, text }: { kind: 'newChat' | 'switch' | 'close' | 'type' | 'send'; at: number; text: string }): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')]
  const tab = tabs[at % Math.max(1, tabs.length)]
  if (kind === 'newChat' && tabs.length < 24) document.querySelector<HTMLElement>('button[aria-label="New tab"]')?.click()
  if (kind === 'switch') tab?.click()
  if (kind === 'close') tab?.parentElement?.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
  if (kind !== 'type' && kind !== 'send') return
  const pane = document.querySelector('[role="tabpanel"]:not([data-beside])')
  const field = pane?.querySelector<HTMLTextAreaElement>('form[aria-label="Ask"] textarea')
  if (!field) return
  const value = kind === 'send' ? `What is ${at} + ${text.length}?` : field.value.length > 60 ? text : field.value + text
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (kind === 'send') field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
}

/** What a page shows that all pages share: the strip in its order, pins, titles, the look. */
function seen(page: Page) {
  return page.evaluate(() => ({
    tabs: [...document.querySelectorAll<HTMLElement>('[role="tab"]')].map((tab) => ({
      id: tab.dataset.tab ?? '',
      title: tab.title,
      pinned: tab.querySelector('[aria-label="Pinned"]') !== null,
    })),
    theme: document.documentElement.dataset.theme ?? 'system',
    size: document.documentElement.style.fontSize || '100%',
  }))
}

async function expectEqual(): Promise<void> {
  await expect
    .poll(
      async () => {
        const [left, right] = await Promise.all(pages.map(seen))
        const { tabs, settings, conversations } = await client.app.snapshot()
        const core = {
          tabs: tabs.open.map((tab) => ({ id: tab.id, title: titleOf(tab, conversations), pinned: tab.pinned })),
          theme: settings.appearance.theme,
          size: `${settings.appearance.textSize}%`,
        }
        return JSON.stringify(left) === JSON.stringify(core) && JSON.stringify(right) === JSON.stringify(core)
          ? 'equal'
          : { left, right, core }
      },
      { timeout: 10_000 },
    )
    .toBe('equal')
}

type Snapshot = Awaited<ReturnType<Client['app']['snapshot']>>

function titleOf(tab: Snapshot['tabs']['open'][number], conversations: Snapshot['conversations']): string {
  if (tab.kind === 'settings') return 'Settings'
  if (tab.kind === 'orchestration') return 'Runs'
  return conversations.find((known) => known.id === tab.conversationId)?.title || 'New conversation'
}

/** Every draft, read from the composer of every tab in both pages, and from the core, which hears of it a moment after it was typed. */
async function expectEqualDrafts(): Promise<void> {
  const { tabs } = await client.app.snapshot()
  for (const { id } of tabs.open.filter(({ kind }) => kind === 'chat')) {
    for (const page of pages) {
      await page.locator(`[data-tab="${id}"]`).evaluate((element: HTMLElement) => element.click())
      const field = page.locator('[role="tabpanel"]:not([data-beside]) form[aria-label="Ask"] textarea')
      const draft = async () => (await client.app.snapshot()).tabs.open.find((tab) => tab.id === id)?.draft
      await expect.poll(async () => (await field.inputValue()) === (await draft()), { timeout: 10_000 }).toBe(true)
    }
  }
}

describe('E11 two pages never disagree', () => {
  test(`through ${ACTIONS} random actions in either, seed ${SEED}`, { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: ACTIONS, maxLength: ACTIONS, size: 'max' }), async (actions) => {
        const pending: Promise<void>[] = []
        for (const [index, one] of actions.entries()) {
          pending.push(act(one))
          // Half of all actions meet the next one under way, in the same page or in the other.
          if (!one.together) await Promise.all(pending.splice(0))
          if (index % 97 === 0) await meddle(index)
          if (index % CHECK_EVERY === CHECK_EVERY - 1) {
            await Promise.all(pending)
            await expectEqual()
          }
        }
        await Promise.all(pending)
        await expectEqual()
        await expectEqualDrafts()
      }),
      { seed: SEED, numRuns: 1, endOnFailure: true },
    )
    expect(errors).toEqual([])
  })

  /** A third party, such as the command line: renames, deletes and brings back conversations. */
  async function meddle(number: number): Promise<void> {
    const { conversations } = await client.app.snapshot()
    const one = conversations[number % Math.max(1, conversations.length)]
    if (!one) return
    await client.conversations.update({ id: one.id, title: `Renamed ${number}` })
    if (number % 2 === 0 || one.running !== null) return
    await client.conversations.remove({ id: one.id })
    await client.conversations.restore({ id: one.id })
  }
})
