import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Protocol, Spoken } from './protocol.ts'
import type { Fault, Reply } from './script.ts'

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

function statusFault(response: ServerResponse, protocol: Protocol, fault: Extract<Fault, { type: 'status' }>): void {
  const headers = {
    ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
    ...(fault.retryAfterMs === undefined ? {} : { 'retry-after-ms': String(fault.retryAfterMs) }),
  }
  json(response, fault.status, protocol.error(fault.status, fault.message ?? `Scripted ${fault.status}`, fault.code), headers)
}

/** Chunks that are sent before a fault strikes; null: all of them. */
function chunksBefore(fault: Fault | undefined): number | null {
  return fault && 'afterChunks' in fault ? fault.afterChunks : null
}

/** Ends a stream as its fault says. `stall` leaves it open for ever. */
function strike(response: ServerResponse, protocol: Protocol, fault: Fault | undefined): void {
  if (fault?.type === 'cut') response.socket?.resetAndDestroy()
  else if (fault?.type === 'malformed') response.end(protocol.brokenFrame)
  else if (fault?.type === 'error-event') response.end(protocol.errorFrame(fault.message))
  else if (fault?.type !== 'stall') response.end()
}

/** Sends a reply, or its fault, at its pace. Returns when the response is over or the client is gone (`signal`). */
export async function deliver(
  response: ServerResponse,
  protocol: Protocol,
  reply: Reply,
  spoken: Spoken,
  stream: boolean,
  signal: AbortSignal,
): Promise<void> {
  const { fault } = reply
  if (fault?.type === 'hang') return
  if (fault?.type === 'close') {
    response.socket?.destroy()
    return
  }
  if (fault?.type === 'status') {
    statusFault(response, protocol, fault)
    return
  }
  await sleep(reply.firstTokenMs, undefined, { signal })
  if (fault?.type === 'content-type') {
    response.writeHead(200, { 'content-type': fault.contentType })
    response.end(fault.body)
    return
  }
  if (!stream) {
    json(response, 200, protocol.whole(spoken))
    return
  }
  const limit = chunksBefore(fault)
  let chunks = 0
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  for (const frame of protocol.frames(spoken)) {
    if (frame.chunk && limit !== null && chunks >= limit) break
    if (frame.chunk && chunks++ > 0 && reply.chunkMs > 0) await sleep(reply.chunkMs, undefined, { signal })
    // Waiting for the flush keeps "cut after n chunks" exact: a reset would drop what is still buffered.
    await new Promise<void>((resolve) => response.write(frame.data, () => resolve()))
    if (signal.aborted) return
  }
  if (limit !== null) await sleep(20, undefined, { signal })
  strike(response, protocol, fault)
}
