import type { Browser, Page } from 'playwright'
import { z } from 'zod'
import { openPage } from '../../e2e/support/browser.ts'
import { askLongChat } from '../../e2e/support/long-chat.ts'
import type { ConversationId } from '../../src/shared/ids.ts'
import { answerText } from './answer-text.ts'
import { type BenchCore, saveBenchPreset } from './bench-core.ts'
import { countThread, heapMegabytes } from './page-figures.ts'

export const LONG_TURNS = 500
const LONG = 'Long chat'
const SHORT = 'Short chat'

/** How a chat opened: from the click to the last change that was painted, in ms, and the CPU time of the page's main thread. */
export interface Opened {
  readonly wall: number
  readonly cpu: number
  readonly script: number
  readonly rows: number
}

/** A chat of 1,000 messages, three members an answer, and one of four messages. */
export async function askChats({ client, vendor }: BenchCore): Promise<void> {
  const preset = await saveBenchPreset(client, 3)
  const replies = Array.from({ length: 12 }, (_, at) => ({ text: answerText(400 + at * 90, at), chunkSize: 4_000 }))
  await vendor.script({}, ...[...Array(130).keys()].flatMap(() => replies))
  const ask = async (turns: number, title: string) => {
    const id: ConversationId = await askLongChat(client, preset, turns, (turn) => `Question ${turn}: what did the clerk write down?`)
    await client.conversations.update({ id, title })
  }
  await ask(2, SHORT)
  await ask(LONG_TURNS, LONG)
}

/** Opens the long chat from a page that shows nothing yet (`first`), and again from one that has shown it, having loaded anew in between. */
export async function openLong(browser: Browser, core: BenchCore): Promise<{ readonly first: Opened; readonly warm: Opened }> {
  await closeTabs(core)
  const { page } = await openPage(browser, await core.tutti.address())
  await page.getByRole('button', { name: 'New tab' }).click()
  await page.getByRole('textbox', { name: /^Ask/ }).waitFor()
  const first = await open(page, LONG)
  await page.getByRole('button', { name: 'New tab' }).click()
  await open(page, SHORT)
  await page.close()
  await closeTabs(core)
  // A page in which Markdown was shown before, and the chat was not.
  const { page: other } = await openPage(browser, await core.tutti.address())
  await other.getByRole('button', { name: 'New tab' }).click()
  await open(other, SHORT)
  const warm = await open(other, LONG)
  await other.context().close()
  await page.context().close()
  return { first, warm }
}

/** The strip is one for all windows: a tab that is left shows its chat, which is loaded then, as soon as a page is there. */
async function closeTabs({ client }: Pick<BenchCore, 'client'>): Promise<void> {
  const { tabs } = await client.app.snapshot()
  const changes = tabs.open.map(({ id }) => ({ type: 'close' as const, id, spareId: crypto.randomUUID() }))
  await client.app.changeTabs({ by: 'bench', changes })
}

/** What the page's memory grows by, in MB, from an empty chat to the long one read from its end to its beginning. */
export async function growth(browser: Browser, core: BenchCore): Promise<{ readonly opened: number; readonly read: number }> {
  const { page } = await openPage(browser, await core.tutti.address())
  await page.getByRole('button', { name: 'New tab' }).click()
  await open(page, SHORT)
  const before = await heapMegabytes(page)
  await open(page, LONG)
  const opened = (await heapMegabytes(page)) - before
  await page.mouse.move(900, 400)
  const top = page.getByRole('heading', { name: 'Question 1:' })
  for (let wheel = 0; wheel < 2_000 && (await top.count()) === 0; wheel += 1) {
    await page.mouse.wheel(0, -2_500)
    await page.waitForTimeout(16)
  }
  if ((await top.count()) === 0) throw new Error('The beginning of the long chat was not reached.')
  const read = (await heapMegabytes(page)) - before
  await page.context().close()
  return { opened, read }
}

async function open(page: Page, title: string): Promise<Opened> {
  const counted = await countThread(page)
  await page.evaluate(watchPaints, title)
  await page.getByRole('button', { name: title }).first().click()
  const wall = z.number().parse(await page.evaluate(() => Reflect.get(window, 'settled')))
  const { task, script } = await counted()
  const rows = await page.locator('[data-turn]').count()
  if (rows === 0) throw new Error(`${title} shows no message.`)
  return { wall, cpu: task, script, rows }
}

/** `window.settled`: from the next click until the last frame that changed something, once its messages are there and nothing has changed for half a second. */
function watchPaints(title: string): void {
  const settled = new Promise<number>((resolve) => {
    window.addEventListener(
      'pointerdown',
      ({ timeStamp: begun }) => {
        let last = begun
        // What the next message would cost is worked out afterwards, in the composer, and is no part of the chat.
        const isChat = ({ target }: MutationRecord) => !(target instanceof Element ? target : target.parentElement)?.closest('form')
        const observer = new MutationObserver((records) => {
          if (records.some(isChat)) requestAnimationFrame(() => setTimeout(() => (last = performance.now()), 0))
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
        const timer = setInterval(() => {
          if (performance.now() - last < 500 || !document.querySelector(`section[aria-label="${title}"] [data-turn]`)) return
          clearInterval(timer)
          observer.disconnect()
          resolve(last - begun)
        }, 50)
      },
      { once: true, capture: true },
    )
  })
  Reflect.set(window, 'settled', settled)
}
