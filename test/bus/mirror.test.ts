import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Bus } from '../../src/main/bus/bus.ts'
import type { Delivery } from '../../src/main/bus/delivery.ts'
import { mirror } from '../../src/main/bus/mirror.ts'
import type { Topic } from '../../src/main/bus/topic.ts'
import { systemClock } from '../../src/main/kernel/clock.ts'

const Payload = z.object({ n: z.number() })
const clock = { ...systemClock, now: () => 0 }
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Serves a topic's batches as lines, from the number that a client asks for. */
async function serve(topic: Topic<z.infer<typeof Payload>>) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const gone = new AbortController()
    socket.on('error', () => {})
    socket.on('close', () => gone.abort())
    const lines = createInterface({ input: socket })
    lines.once('line', async (line) => {
      const { after } = z.object({ after: z.number() }).parse(JSON.parse(line))
      for await (const batch of topic.batches({ after, pauseMs: 1, signal: gone.signal })) socket.write(`${JSON.stringify(batch)}\n`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    port,
    cut: () => {
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    close: () => server.close(),
  }
}

describe('A2 bus: across processes', () => {
  test('another process gets every event once and in order, though its connection is cut in between', async () => {
    const bus = new Bus({ clock })
    const topic = bus.topic({ name: 'numbers', schema: Payload, keep: 10_000 })
    const server = await serve(topic)
    const child = spawn(process.execPath, [fileURLToPath(new URL('support/mirror-process.ts', import.meta.url)), String(server.port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    const seen: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => seen.push(line))
    for (let round = 1; round <= 4; round += 1) {
      for (let index = 0; index < 250; index += 1) await topic.publish({ n: topic.seq + 1 })
      await expect.poll(() => seen.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(round * 250 - 100)
      server.cut()
    }
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(1000)
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, index) => `${index + 1} ${index + 1}`))
    server.close()
  })

  test('what the source has forgotten meanwhile is told as a gap, once', async () => {
    const source = new Bus({ clock }).topic({ name: 'numbers', schema: Payload, keep: 10 })
    const mirrored = new Bus({ clock }).topic({ name: 'numbers', schema: Payload })
    for (let n = 1; n <= 3; n += 1) await source.publish({ n })
    const stop = new AbortController()
    let connections = 0
    const running = mirror(mirrored, {
      async *source(after, signal) {
        connections += 1
        const part = new AbortController()
        for await (const delivery of source.follow({ after, signal: AbortSignal.any([signal, part.signal]) })) {
          yield [delivery]
          if (connections === 1 && delivery.type === 'event' && delivery.seq === 3) return
        }
      },
      clock: {
        ...systemClock,
        // While the connection is down the source goes on and forgets.
        sleep: async () => {
          while (source.seq < 100) await source.publish({ n: source.seq + 1 })
        },
      },
      signal: stop.signal,
    })
    const seen: Delivery<{ n: number }>[] = []
    mirrored.subscribe((delivery) => void seen.push(delivery), { after: 0 })
    await expect.poll(() => mirrored.seq).toBe(100)
    await expect.poll(() => seen.at(-1)).toMatchObject({ seq: 100, payload: { n: 100 } })
    stop.abort()
    await running
    const gaps = seen.filter((delivery) => delivery.type === 'gap')
    expect(gaps).toHaveLength(1)
    expect(gaps[0]).toMatchObject({ from: 4 })
    const covered = seen.reduce((sum, delivery) => sum + (delivery.type === 'gap' ? delivery.missed : 1), 0)
    expect(covered).toBe(100)
  })

  test('what arrives twice is taken once', async () => {
    const mirrored = new Bus({ clock }).topic({ name: 'numbers', schema: Payload })
    const seen: number[] = []
    const subscription = mirrored.subscribe((delivery) => void (delivery.type === 'event' && seen.push(delivery.payload.n)))
    const event = (seq: number) => ({ type: 'event' as const, topic: 'numbers', seq, at: 0, payload: { n: seq }, coalesced: 0 })
    for (const seq of [1, 2, 2, 1, 3]) mirrored.receive(event(seq))
    mirrored.end()
    await subscription.ended
    expect(seen).toEqual([1, 2, 3])
  })

  test.each([
    ['noise', { hello: 'there' }, 'is not a delivery of it'],
    ['another topic', { type: 'event', topic: 'letters', seq: 1, at: 0, payload: { n: 1 }, coalesced: 0 }, 'is not a delivery of it'],
    ['another form', { type: 'event', topic: 'numbers', seq: 1, at: 0, payload: { n: 'one' }, coalesced: 0 }, 'has another form here'],
  ])('%s ends the mirror with a sentence and reaches nobody', async (_, received, message) => {
    const mirrored = new Bus({ clock }).topic({ name: 'numbers', schema: Payload })
    const running = mirror(mirrored, {
      async *source() {
        yield [received]
      },
      clock: systemClock,
      signal: new AbortController().signal,
    })
    await expect(running).rejects.toMatchObject({ code: 'malformed', message: expect.stringContaining(message) })
    expect(mirrored.seq).toBe(0)
  })
})
