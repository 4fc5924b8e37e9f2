import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { backUpJob, exportAllJob } from '../src/main/archive/job-kinds.ts'
import { systemClock } from '../src/main/kernel/clock.ts'
import { openStore, type Store } from '../src/main/store/open-store.ts'
import { ConversationId } from '../src/shared/ids.ts'
import { MessageQuery } from '../src/shared/message-search.ts'
import { median, report } from './support/report.ts'

const GIGABYTE = 1024 ** 3
/** The search is measured on this many messages, the delay on as many as fill a gigabyte. */
const SEARCHED_MESSAGES = 10_000
const MESSAGES_A_CONVERSATION = 20
const LONG_TEXT = 12_000
const SEARCHES = ['larch', 'autumn server', 'quick', 'memory journal', 'seldom42']
const RESOLUTION_MS = 2
const NANO = 1e6

const VOCABULARY = Array.from({ length: 4000 }, (_, index) => `word${index.toString(36)}`)
const COMMON = ['larch', 'autumn', 'server', 'quick', 'memory', 'journal', 'model', 'answer', 'merge', 'vote']
let seed = 1
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''

/** Prose of about `characters`; every eighth word is one of the common ones. */
function prose(characters: number): string {
  const words: string[] = []
  for (let length = 0; length < characters; ) {
    const word = random() < 0.125 ? pick(COMMON) : pick(VOCABULARY)
    words.push(word)
    length += word.length + 1
  }
  return words.join(' ')
}

/** A store in a temporary folder, filled until it has `messages`, or until its file has `bytes`. */
async function filled(goal: { messages: number } | { bytes: number }, text: () => string): Promise<{ store: Store; home: string }> {
  const home = mkdtempSync(join(tmpdir(), 'tutti-bench-'))
  const path = join(home, 'tutti.db')
  await (await openStore({ home, clock: systemClock, appVersion: '0' })).close()
  const db = new DatabaseSync(path)
  db.exec('PRAGMA synchronous = OFF')
  const conversation = db.prepare(`INSERT INTO conversations (id, title, system_prompt, created_at, updated_at) VALUES (?, ?, '', ?, ?)`)
  const message = db.prepare(
    `INSERT INTO messages (id, conversation_id, parent_id, role, text, created_at) VALUES (?, ?, NULL, 'user', ?, ?)`,
  )
  const enough = (count: number) => ('messages' in goal ? count >= goal.messages : statSync(path).size >= goal.bytes)
  for (let count = 0; !enough(count); ) {
    db.exec('BEGIN')
    for (let batch = 0; batch < 10; batch += 1) {
      const id = `c${count}`
      conversation.run(id, prose(30), count, count)
      for (let index = 0; index < MESSAGES_A_CONVERSATION; index += 1, count += 1) message.run(`m${count}`, id, text(), count)
    }
    db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  }
  db.close()
  return { store: await openStore({ home, clock: systemClock, appVersion: '0' }), home }
}

/** Ms of each search for the words that are given, from asking on main to the hits; the first one, which starts the thread, apart. */
async function searchTimes(store: Store): Promise<number[]> {
  const times: number[] = []
  await store.conversations.searchMessages(MessageQuery.parse({ query: 'warm' }))
  for (const query of [...SEARCHES, ...SEARCHES]) {
    const begun = performance.now()
    await store.conversations.searchMessages(MessageQuery.parse({ query }))
    times.push(performance.now() - begun)
  }
  return times
}

/** Ms that main has waited for a processor since it started, where the system tells (Linux): a busy machine's delay, not ours. */
function waitedForProcessor(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / NANO
  } catch {
    return 0
  }
}

interface Delay {
  readonly p99: number
  readonly max: number
  /** The longest delay without what main waited for a processor. */
  readonly own: number
  readonly seconds: number
}

/** Delay of main's event loop, in ms, while `work` runs and main writes a row every 20 ms, as a running answer does. */
async function delayDuring(store: Store, work: () => Promise<unknown>): Promise<Delay> {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  let over = false
  const writing = (async () => {
    for (let index = 0; !over; index += 1) {
      await store.conversations.update(ConversationId.parse('c0'), { title: `title ${index}` }, systemClock.now())
      await sleep(20)
    }
  })()
  let own = 0
  const watching = (async () => {
    while (!over) {
      const [at, waited] = [performance.now(), waitedForProcessor()]
      await sleep(RESOLUTION_MS)
      own = Math.max(own, performance.now() - at - RESOLUTION_MS - (waitedForProcessor() - waited))
    }
  })()
  const begun = performance.now()
  histogram.enable()
  await work()
  histogram.disable()
  over = true
  await Promise.all([writing, watching])
  // What the timer itself waits for is no delay.
  const delay = (nanoseconds: number) => Math.max(0, nanoseconds / NANO - RESOLUTION_MS)
  return { p99: delay(histogram.percentile(99)), max: delay(histogram.max), own, seconds: (performance.now() - begun) / 1000 }
}

const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits

const small = await filled({ messages: SEARCHED_MESSAGES }, () => prose(600))
const times = await searchTimes(small.store)
await small.store.close()
rmSync(small.home, { recursive: true })

const large = await filled({ bytes: GIGABYTE }, () => prose(LONG_TEXT))
const { store, home } = large
try {
  await store.conversations.searchMessages(MessageQuery.parse({ query: 'warm' }))
  const idle = await delayDuring(store, () => sleep(3000))
  const searched = await delayDuring(store, async () => {
    for (const query of SEARCHES) await store.conversations.searchMessages(MessageQuery.parse({ query }))
  })
  const backedUp = await delayDuring(store, () => store.jobs.run(backUpJob, { path: join(home, 'backup.zip'), appVersion: '0' }))
  const exported = await delayDuring(store, () => store.jobs.run(exportAllJob, { path: join(home, 'export.zip'), language: 'en' }))
  console.log(
    `main alone, writing: p99 ${round(idle.p99)} ms, max ${round(idle.max)} ms; ${SEARCHES.length} searches of 1 GB ${round(searched.seconds)} s, backup ${round(backedUp.seconds)} s, export ${round(exported.seconds)} s`,
  )
  const delays = Object.entries({ searched, 'backed up': backedUp, exported }).flatMap(([name, { p99, max, own }]) => [
    { name: `event-loop delay of main while 1 GB is ${name}, p99`, value: round(p99), unit: 'ms', goal: 20 },
    { name: `event-loop delay of main while 1 GB is ${name}, max`, value: round(max), unit: 'ms', goal: 50 },
    { name: `… max, without what main waited for a processor`, value: round(own), unit: 'ms', goal: 50 },
  ])
  report('storage', [
    { name: '10,000 messages searched, median', value: round(median(times)), unit: 'ms', goal: 100 },
    { name: '10,000 messages searched, worst', value: round(Math.max(...times)), unit: 'ms', goal: 100 },
    ...delays,
  ])
} finally {
  await store.close()
  rmSync(home, { recursive: true, force: true })
}
