import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { openPage } from '../../e2e/support/browser.ts'
import type { BenchCore } from './bench-core.ts'
import { pageProcessorMs, processorMs } from './page-figures.ts'

const IDLE_MS = 5_000

/** Share of one processor, in %, that the page and the program take while nothing happens. */
export async function idleShare(browser: Browser, { tutti }: BenchCore): Promise<{ readonly page: number; readonly host: number }> {
  const { page } = await openPage(browser, await tutti.address())
  await page.getByRole('textbox', { name: /^Ask/ }).waitFor()
  await wait(2_000)
  const pid = tutti.process.pid ?? 0
  const [pageBefore, hostBefore] = [await pageProcessorMs(browser), processorMs(pid)]
  await wait(IDLE_MS)
  const [pageAfter, hostAfter] = [await pageProcessorMs(browser), processorMs(pid)]
  await page.context().close()
  return { page: (100 * (pageAfter - pageBefore)) / IDLE_MS, host: (100 * (hostAfter - hostBefore)) / IDLE_MS }
}
