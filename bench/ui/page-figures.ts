import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright'

/** Live JavaScript memory of the page in MB, after everything that can go has gone. */
export async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1e6
}

/** CPU time of all of the browser's page processes so far, in ms. */
export async function pageProcessorMs(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return 1000 * processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

/** Clock ticks a second in /proc, fixed for user space. */
const TICKS = 100

/** CPU time of a process of this machine so far, in ms (Linux). */
export function processorMs(pid: number): number {
  // The name in parentheses may hold blanks; what follows it does not.
  const [, fields = ''] = /\) (.*)$/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
  const [user, system] = fields.split(' ').slice(11, 13).map(Number)
  return ((user ?? 0) + (system ?? 0)) * (1000 / TICKS)
}

export interface ThreadFigures {
  readonly task: number
  readonly script: number
}

/** CPU time of the page's main thread, and what of it was script, from now until it is asked for, in ms. */
export async function countThread(page: Page): Promise<() => Promise<ThreadFigures>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
  }
  const before = await read()
  return async () => {
    const after = await read()
    await session.detach()
    return { task: after('TaskDuration') - before('TaskDuration'), script: after('ScriptDuration') - before('ScriptDuration') }
  }
}
