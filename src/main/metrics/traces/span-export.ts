import { createHash } from 'node:crypto'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node'
import type { RunId } from '../../../shared/ids.ts'
import type { RunSpan } from './run-spans.ts'
import { traceIdOf } from './run-spans.ts'

/** Where spans go: an OTLP endpoint over HTTP, for example http://127.0.0.1:4318/v1/traces. */
export interface SpanTarget {
  readonly endpoint: string
  readonly appVersion: string
}

/** The most that one export may take, in ms. */
const TIMEOUT_MS = 10_000

/** Sends the spans of one run. Rejects where the endpoint does not take them. OpenTelemetry is imported at first use. */
export async function exportSpans(id: RunId, spans: readonly RunSpan[], { endpoint, appVersion }: SpanTarget): Promise<void> {
  const [{ SpanKind, SpanStatusCode, TraceFlags }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const exporter = new OTLPTraceExporter({ url: endpoint, timeoutMillis: TIMEOUT_MS })
  const resource = resourceFromAttributes({ 'service.name': 'tutti', 'service.version': appVersion })
  const traceId = traceIdOf(id)
  const contextOf = (span: string) => ({ traceId, spanId: spanIdOf(id, span), traceFlags: TraceFlags.SAMPLED })
  const readable = spans.map(
    (span): ReadableSpan => ({
      name: span.name,
      kind: span.kind === 'client' ? SpanKind.CLIENT : SpanKind.INTERNAL,
      spanContext: () => contextOf(span.id),
      ...(span.parent === null ? {} : { parentSpanContext: contextOf(span.parent) }),
      startTime: highResolution(span.startedAt),
      endTime: highResolution(Math.max(span.startedAt, span.endedAt)),
      duration: highResolution(Math.max(0, span.endedAt - span.startedAt)),
      ended: true,
      status: span.error === null ? { code: SpanStatusCode.UNSET } : { code: SpanStatusCode.ERROR, message: span.error },
      attributes: span.error === null ? span.attributes : { ...span.attributes, 'error.type': span.error },
      links: [],
      events: [],
      resource,
      instrumentationScope: { name: 'tutti', version: appVersion },
      droppedAttributesCount: 0,
      droppedEventsCount: 0,
      droppedLinksCount: 0,
    }),
  )
  try {
    await new Promise<void>((resolve, reject) => {
      exporter.export(readable, ({ code, error }) => (code === 0 ? resolve() : reject(error ?? new Error('The endpoint took no spans.'))))
    })
  } finally {
    await exporter.shutdown()
  }
}

/** Seconds and nanoseconds. */
function highResolution(ms: number): [number, number] {
  const seconds = Math.floor(ms / 1000)
  return [seconds, Math.round((ms - seconds * 1000) * 1_000_000)]
}

function spanIdOf(run: RunId, span: string): string {
  return createHash('sha256').update(`${run}/${span}`).digest('hex').slice(0, 16)
}
