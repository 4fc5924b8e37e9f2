import type { Page } from 'playwright'
import { z } from 'zod'

/** A task of the page's main thread, in ms: `wall` is what somebody waits, `cpu` is what it takes of a machine that has nothing else to do. */
export interface PageTask {
  readonly wall: number
  readonly cpu: number
}

const TraceEvent = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ name: z.string().optional() }).default({}),
})
const Collected = z.object({ value: z.array(z.unknown()) })
const CATEGORIES = ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata']

/** Every task of the page's main thread while `work` goes on, from Chromium's own trace. */
export async function traceTasks(page: Page, work: () => Promise<void>): Promise<PageTask[]> {
  const session = await page.context().newCDPSession(page)
  const events: z.infer<typeof TraceEvent>[] = []
  session.on('Tracing.dataCollected', (data) => {
    for (const value of Collected.parse(data).value) {
      const event = TraceEvent.safeParse(value)
      if (event.success) events.push(event.data)
    }
  })
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } })
  await work()
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  const threads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  )
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid} ${tid}`))
    .map(({ dur, tdur }) => ({ wall: dur / 1000, cpu: tdur / 1000 }))
}
