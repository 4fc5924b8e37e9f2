import { z } from 'zod'
import { Bus } from '../src/main/bus/bus.ts'
import { block } from '../src/main/bus/policy.ts'
import { systemClock } from '../src/main/kernel/clock.ts'
import { refOf } from '../src/main/kernel/memory/memory-entry.ts'
import { MemorySpaces } from '../src/main/kernel/memory/memory-spaces.ts'
import { median, report } from './support/report.ts'

const Delta = z.object({ run: z.string(), speaker: z.string(), offset: z.number().int(), text: z.string(), sentAt: z.number() })
const EVENTS = 200_000
const PACED_EVENTS = 20_000
/** Events a millisecond at 10,000 a second. */
const A_MILLISECOND = 10
const HANDOFFS = 2000

function delta(offset: number) {
  return { run: 'run-1', speaker: 'm1', offset, text: 'a few words of an answer ', sentAt: performance.now() }
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN
}

function newTopic() {
  return new Bus({ clock: systemClock }).topic({ name: 'deltas', schema: Delta, keep: 5000 })
}

/** Events a second to one subscriber that loses none: the publisher waits where it is full. */
async function throughput(): Promise<number> {
  const topic = newTopic()
  let seen = 0
  const subscription = topic.subscribe(
    () => {
      seen += 1
    },
    { policy: block(1000) },
  )
  const begun = performance.now()
  for (let offset = 0; offset < EVENTS; offset += 1) await topic.publish(delta(offset))
  topic.end()
  await subscription.ended
  if (seen !== EVENTS) throw new Error(`${seen} of ${EVENTS} events arrived.`)
  return (EVENTS / (performance.now() - begun)) * 1000
}

/** Ms from publishing to the subscriber, p95, at 10,000 events a second. */
async function latency(): Promise<number> {
  const topic = newTopic()
  const waits: number[] = []
  const subscription = topic.subscribe((event) => {
    if (event.type === 'event') waits.push(performance.now() - event.payload.sentAt)
  })
  const begun = performance.now()
  for (let sent = 0; sent < PACED_EVENTS; ) {
    const due = Math.min(PACED_EVENTS, (performance.now() - begun) * A_MILLISECOND)
    for (; sent < due; sent += 1) await topic.publish(delta(sent))
    await new Promise(setImmediate)
  }
  topic.end()
  await subscription.ended
  return percentile(waits, 0.95)
}

/** Ms from one node's put of 4 kB to the next node's having read it, woken by the bus; p95. */
async function handOff(): Promise<number> {
  const announced = new Bus({ clock: systemClock }).topic({ name: 'memory', schema: z.object({ key: z.string(), version: z.number() }) })
  const spaces = new MemorySpaces({
    clock: systemClock,
    onPut: ({ key, version }) => void announced.publish({ key, version }),
  })
  const memory = await spaces.open({ run: 'run-1' })
  const value = { answer: 'x'.repeat(4000), findings: Array.from({ length: 20 }, (_, index) => ({ index, text: 'a finding' })) }
  const times: number[] = []
  let begun = 0
  let received = () => {}
  announced.subscribe((event) => {
    if (event.type !== 'event') return
    const entry = memory.get(event.payload.key, event.payload.version)
    if (!entry) throw new Error('The entry is not there.')
    times.push(performance.now() - begun)
    received()
  })
  let last = await memory.put({ key: 'analysis', value: null, producedBy: 'a' })
  for (let round = 0; round < HANDOFFS; round += 1) {
    const arrived = new Promise<void>((resolve) => {
      received = resolve
    })
    begun = performance.now()
    last = await memory.put({ key: 'analysis', value, producedBy: 'a', from: [refOf(last)] })
    await arrived
  }
  return percentile(times, 0.95)
}

const rounds = 3
const perSecond: number[] = []
const latencies: number[] = []
const handOffs: number[] = []
for (let round = 0; round < rounds; round += 1) {
  perSecond.push(await throughput())
  latencies.push(await latency())
  handOffs.push(await handOff())
}

const microseconds = (ms: number) => Math.round(ms * 1000)
report('bus', [
  // 100,000 events a second are 10 µs each: goals are what a value must not pass.
  { name: 'an event to one subscriber', value: Math.round((1e6 / median(perSecond)) * 100) / 100, unit: 'µs', goal: 10 },
  { name: 'publish to subscriber at 10,000 a second, p95', value: microseconds(median(latencies)), unit: 'µs', goal: 1000 },
  { name: 'context hand-off between two nodes, p95', value: microseconds(median(handOffs)), unit: 'µs', goal: 1000 },
])
