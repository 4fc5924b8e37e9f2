import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { Bus } from '../../../src/main/bus/bus.ts'
import { mirror } from '../../../src/main/bus/mirror.ts'
import { block } from '../../../src/main/bus/policy.ts'
import { systemClock } from '../../../src/main/kernel/clock.ts'

/** A process that mirrors the topic `numbers` from a socket of another one and prints what its own subscriber gets. */
const port = Number(process.argv[2])
const bus = new Bus({ clock: systemClock })
const topic = bus.topic({ name: 'numbers', schema: z.object({ n: z.number() }) })
topic.subscribe(
  (delivery) => console.log(delivery.type === 'gap' ? `gap ${delivery.from}-${delivery.to}` : `${delivery.seq} ${delivery.payload.n}`),
  { policy: block(1000) },
)

async function* source(after: number, signal: AbortSignal) {
  const socket = connect({ port, host: '127.0.0.1', signal })
  socket.write(`${JSON.stringify({ after })}\n`)
  for await (const line of createInterface({ input: socket })) yield JSON.parse(line)
}

await mirror(topic, { source, clock: systemClock, signal: new AbortController().signal, retryMs: 10 })
