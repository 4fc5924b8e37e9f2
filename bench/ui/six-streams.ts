import type { Browser } from 'playwright'
import { z } from 'zod'
import { openPage } from '../../e2e/support/browser.ts'
import { ConversationPage } from '../../e2e/support/conversation-page.ts'
import { answerText } from './answer-text.ts'
import { type BenchCore, saveBenchPreset } from './bench-core.ts'
import { type PageTask, traceTasks } from './page-trace.ts'

/** 100 pieces a second of about a token each, for ten seconds. */
const TOKENS = 1_000
const PIECE = 4
const KEYS = 60
const QUESTION = 'Tell me of the harbour, six at once.'

export interface SixStreams {
  readonly tasks: readonly PageTask[]
  /** From each key press to the paint that shows it, in ms. */
  readonly inputs: readonly number[]
  /** Pieces a second that each of the six brought. */
  readonly pace: number
  /** How long it was watched. */
  readonly seconds: number
}

const Durations = z.array(z.number())

/** Six answers of Markdown stream side by side while somebody types the next question. */
export async function streamSix(browser: Browser, { client, vendor, tutti }: BenchCore): Promise<SixStreams> {
  const preset = await saveBenchPreset(client, 6)
  const { presets } = await client.app.snapshot()
  const saved = presets.find(({ id }) => id === preset)
  if (!saved) throw new Error('The preset was not saved.')
  await vendor.script({ user: 'six at once' }, { text: answerText(TOKENS * PIECE), chunkSize: PIECE, chunkMs: 10 })
  const { page } = await openPage(browser, await tutti.address())
  const chat = new ConversationPage(page, client)
  await chat.newTab(saved)
  await page.evaluate(() => {
    const durations: number[] = []
    // The library's types do not know the threshold yet, whose default is 104 ms.
    const wanted = { type: 'event', durationThreshold: 16 }
    Reflect.set(window, 'keyDurations', durations)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') durations.push(entry.duration)
    }).observe(wanted)
  })
  const begun = performance.now()
  const tasks = await traceTasks(page, async () => {
    await chat.send(QUESTION)
    await page.getByRole('region', { name: /^6, / }).getByText('harbour').first().waitFor()
    await chat.composer().focus()
    for (let key = 0; key < KEYS; key += 1) {
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e')
      await page.waitForTimeout(100)
    }
    const id = (await chat.run(QUESTION))?.id
    if (id !== undefined) for await (const _ of await client.runs.watch({ id, after: null }));
  })
  const slow = Durations.parse(await page.evaluate(() => Reflect.get(window, 'keyDurations')))
  const run = await chat.run(QUESTION)
  const seconds = ((run?.endedAt ?? 0) - (run?.startedAt ?? 0)) / 1000
  await page.context().close()
  // What took less than 16 ms is not told of one by one.
  const quick = Array.from({ length: Math.max(0, KEYS - slow.length) }, () => 16)
  return { tasks, inputs: [...slow, ...quick], pace: TOKENS / seconds, seconds: (performance.now() - begun) / 1000 }
}
