import { type Browser, chromium, type Page } from 'playwright'
import { findBrowser } from '../../scripts/browser.ts'

/** A real Chromium, headless. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium was found. Run npm run browser.')
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']
  return chromium.launch({ executablePath, args })
}

/** A page of its own, whose errors fail the test that asks for them. */
export async function openPage(
  browser: Browser,
  address: string,
  options: { width?: number; height?: number; dark?: boolean; locale?: string; contrast?: 'more'; tour?: boolean } = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: options.locale ?? 'en-US',
    ...(options.contrast === undefined ? {} : { contrast: options.contrast }),
  })
  // The first run's tour lies over a corner of the page; a test that wants it says so.
  if (options.tour !== true) await context.addInitScript(() => localStorage.setItem('tutti-tour', 'over'))
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(address)
  return { page, errors }
}
