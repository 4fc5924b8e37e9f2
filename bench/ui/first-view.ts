import type { Browser, Page } from 'playwright'
import { z } from 'zod'
import { openPage } from '../../e2e/support/browser.ts'
import type { Tutti } from '../../e2e/support/tutti.ts'

export interface FirstView {
  /** From the beginning of the page until its composer is painted, in ms. */
  readonly usable: number
  /** Everything that the host sent for it until then and in the second after, headers and fonts included, in kB as they cross the wire. */
  readonly kilobytes: number
  /** The files, by the bytes that they took. */
  readonly files: ReadonlyMap<string, number>
}

/** Opens the empty chat with an empty cache. The browser and the core run already. */
export async function openFirstView(browser: Browser, tutti: Tutti): Promise<FirstView> {
  const { page } = await openPage(browser, 'about:blank')
  const session = await page.context().newCDPSession(page)
  const addresses = new Map<string, string>()
  const files = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, response }) => void addresses.set(requestId, response.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const name = addresses.get(requestId)?.replace(/^.*\//, '') ?? requestId
    files.set(name, (files.get(name) ?? 0) + encodedDataLength)
  })
  await session.send('Network.enable')
  await notePaint(page)
  await page.goto(await tutti.address())
  const usable = z.number().parse(await page.evaluate(() => Reflect.get(window, 'usable')))
  await page.waitForTimeout(1_000)
  await page.context().close()
  return { usable, kilobytes: [...files.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000, files }
}

/** `window.usable`: when a composer that can be typed into was painted, in ms since the beginning of the page. */
async function notePaint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const painted = new Promise<number>((resolve) => {
      const look = () => {
        const composer = document.querySelector<HTMLTextAreaElement>('textarea')
        if (composer && !composer.disabled) requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0))
        else requestAnimationFrame(look)
      }
      look()
    })
    Reflect.set(window, 'usable', painted)
  })
}
