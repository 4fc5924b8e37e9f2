import { startBrowser } from '../e2e/support/browser.ts'
import { type Measurement, median, report } from './support/report.ts'
import { startBenchCore } from './ui/bench-core.ts'
import { openFirstView } from './ui/first-view.ts'
import { idleShare } from './ui/idle.ts'
import { askChats, growth, openLong } from './ui/long-chat.ts'
import { streamSix } from './ui/six-streams.ts'

/**
 * The built page in a real Chromium, the built program and a local vendor, each in a process of its own. Wall times are what
 * somebody waits, and grow with whatever else the machine does; CPU times of the page's main thread do not.
 */

const ROUNDS = 5
const core = await startBenchCore()
const browser = await startBrowser()
const measured: Measurement[] = []
const note = (name: string, value: number, unit: string, goal: number) =>
  void measured.push({ name, value: Math.round(value * 10) / 10, unit, goal })
const rounds = async <T>(work: () => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  for (let round = 0; round < ROUNDS; round += 1) results.push(await work())
  return results
}
const p95 = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.POSITIVE_INFINITY

try {
  const views = await rounds(() => openFirstView(browser, core.tutti))
  note('first view, usable', median(views.map(({ usable }) => usable)), 'ms', 1_500)
  note('first view, sent', median(views.map(({ kilobytes }) => kilobytes)), 'kB', 400)

  const idle = await idleShare(browser, core)
  note('idle page, of one processor', idle.page, '%', 1)
  note('idle program, of one processor', idle.host, '%', 1)

  const streams = await streamSix(browser, core)
  const worst = (values: readonly number[]) => Math.max(0, ...values)
  note('six streams, longest task', worst(streams.tasks.map(({ wall }) => wall)), 'ms', 50)
  note('six streams, longest task, CPU', worst(streams.tasks.map(({ cpu }) => cpu)), 'ms', 50)
  note('six streams, tasks over 50 ms', streams.tasks.filter(({ wall }) => wall > 50).length, 'tasks', 0)
  note('six streams, key to paint, median', median(streams.inputs), 'ms', 50)
  note('six streams, key to paint, p95', p95(streams.inputs), 'ms', 50)
  note('six streams, main thread busy', streams.tasks.reduce((sum, { cpu }) => sum + cpu, 0) / streams.seconds / 10, '%', 50)
  console.log(`Each of the six brought ${Math.round(streams.pace)} tokens a second.`)

  await askChats(core)
  const opened = await rounds(() => openLong(browser, core))
  const { first, warm } = { first: opened.map((round) => round.first), warm: opened.map((round) => round.warm) }
  note('1,000 messages open', median(warm.map(({ wall }) => wall)), 'ms', 200)
  note('1,000 messages open, CPU', median(warm.map(({ cpu }) => cpu)), 'ms', 200)
  note('1,000 messages open as the first chat', median(first.map(({ wall }) => wall)), 'ms', 200)
  note('1,000 messages open as the first chat, CPU', median(first.map(({ cpu }) => cpu)), 'ms', 200)
  note('1,000 messages, rows mounted', worst([...first, ...warm].map(({ rows }) => rows)), 'rows', 60)

  const grown = await growth(browser, core)
  note('page memory for 1,000 messages, opened', grown.opened, 'MB', 50)
  note('page memory for 1,000 messages, read through', grown.read, 'MB', 50)
} finally {
  await browser.close()
  await core.close()
}
report('ui', measured)
