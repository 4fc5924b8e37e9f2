import type { ModelRef, RunId } from '../../../shared/ids.ts'
import { splitModelRef } from '../../../shared/ids.ts'
import type { Usage } from '../../../shared/model.ts'
import type { RunEvent } from '../../../shared/run.ts'
import type { AttemptRecord, EffectRecord, RunHistory } from '../../kernel/journal.ts'

export type SpanValue = string | number | boolean

/** A span before it is exported. Names and attributes follow OpenTelemetry's conventions for generative AI (semconv 1.38). */
export interface RunSpan {
  /** Unique within the run; the run's own span is ''. */
  readonly id: string
  /** The span that it lies within; null for the run's own. */
  readonly parent: string | null
  readonly name: string
  /** client: something outside of Tutti was asked. */
  readonly kind: 'internal' | 'client'
  /** Epoch ms. */
  readonly startedAt: number
  readonly endedAt: number
  readonly attributes: Readonly<Record<string, SpanValue>>
  /** The error's code, where it failed. */
  readonly error: string | null
}

export interface SpanOptions {
  /** Whether prompts and answers go along; off unless the user asks for it. */
  readonly content: boolean
}

/** The spans of a finished run: the run, the nodes of its graph, and every effect and attempt. Made from the journal, so that nothing waits for them. */
export function runSpans(history: RunHistory, options: SpanOptions): RunSpan[] {
  const { run, effects, attempts, events } = history
  const endedAt = events.at(-1)?.at ?? run.startedAt
  const finished = events.findLast((event) => event.type === 'run-finished')
  const root: RunSpan = {
    id: '',
    parent: null,
    name: `invoke_agent ${run.orchestrator}`,
    kind: 'internal',
    startedAt: run.startedAt,
    endedAt,
    attributes: {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': run.orchestrator,
      'tutti.run.id': run.id,
      ...(run.conversationId === null ? {} : { 'gen_ai.conversation.id': run.conversationId }),
      ...(finished?.type === 'run-finished' ? { 'tutti.run.state': finished.state, 'tutti.cost.micros': finished.costMicros } : {}),
      ...(options.content ? { 'tutti.run.title': run.title } : {}),
    },
    error: finished?.type === 'run-finished' ? (finished.error?.code ?? null) : null,
  }
  const nodes = nodeSpans(events, endedAt)
  const places = new Set(nodes.map(({ id }) => id))
  const within = (path: string) => placeOf(path, places)
  const starts = startsOf(effects, events, run.startedAt)
  return [
    root,
    ...nodes,
    ...attempts.map((attempt) => attemptSpan(attempt, endedAt, within(attempt.path))),
    ...effects
      .filter(({ kind }) => kind !== 'model' && kind !== 'all' && kind !== 'child')
      .map((effect) => effectSpan(effect, starts.get(effect.path) ?? effect.endedAt, within(effect.path), options)),
  ]
}

function attemptSpan(attempt: AttemptRecord, runEndedAt: number, parent: string): RunSpan {
  const { provider, model } = splitModelRef(attempt.model)
  return {
    id: `${attempt.path}#${attempt.number}`,
    parent,
    name: `chat ${model}`,
    kind: 'client',
    startedAt: attempt.startedAt,
    endedAt: attempt.endedAt ?? runEndedAt,
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': providerName(attempt.model),
      'gen_ai.request.model': model,
      'gen_ai.response.model': model,
      ...(attempt.usage === null ? {} : usageAttributes(attempt.usage)),
      ...(attempt.firstTokenMs === undefined ? {} : { 'gen_ai.response.time_to_first_chunk': attempt.firstTokenMs / 1000 }),
      ...(attempt.costMicros === null ? {} : { 'tutti.cost.micros': attempt.costMicros }),
      'tutti.attempt.number': attempt.number,
      'tutti.attempt.state': attempt.state,
      'tutti.effect.path': attempt.path,
      'tutti.provider.id': provider,
    },
    error: attempt.state === 'failed' || attempt.state === 'lost' ? (attempt.error?.code ?? attempt.state) : null,
  }
}

function effectSpan(effect: EffectRecord, startedAt: number, parent: string, { content }: SpanOptions): RunSpan {
  const { path, kind, endedAt, outcome } = effect
  const tool = kind === 'tool' ? /tool:([^/]+)\/\d+$/.exec(path)?.[1] : undefined
  return {
    id: path,
    parent,
    name: tool === undefined ? `${kind} ${path}` : `execute_tool ${tool}`,
    kind: 'internal',
    startedAt,
    endedAt,
    attributes: {
      ...(tool === undefined ? {} : { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': tool }),
      'tutti.effect.kind': kind,
      'tutti.effect.path': path,
      ...(content && effect.input !== undefined ? { 'tutti.effect.input': JSON.stringify(effect.input) } : {}),
    },
    error: outcome.ok ? null : outcome.error.code,
  }
}

function nodeSpans(events: readonly RunEvent[], runEndedAt: number): RunSpan[] {
  const started = new Map<string, number>()
  const spans: RunSpan[] = []
  for (const event of events) {
    if (event.type !== 'node-changed') continue
    if (event.state === 'running') started.set(event.node, started.get(event.node) ?? event.at)
    if (event.state !== 'done' && event.state !== 'failed' && event.state !== 'cancelled') continue
    const startedAt = started.get(event.node) ?? event.at
    spans.push(nodeSpan(event.node, startedAt, event.at, event.state === 'failed' ? 'failed' : null))
    started.delete(event.node)
  }
  return [...spans, ...[...started].map(([node, at]) => nodeSpan(node, at, runEndedAt, null))]
}

function nodeSpan(node: string, startedAt: number, endedAt: number, error: string | null): RunSpan {
  return { id: node, parent: '', name: `node ${node}`, kind: 'internal', startedAt, endedAt, attributes: { 'tutti.node.id': node }, error }
}

/** Begins of tools and waits are told in events; other effects begin where the one before them ended. */
function startsOf(effects: readonly EffectRecord[], events: readonly RunEvent[], runStartedAt: number): Map<string, number> {
  const starts = new Map<string, number>()
  const ended = new Map<string, number>()
  for (const effect of effects.toSorted((a, b) => a.endedAt - b.endedAt)) {
    const branch = effect.path.split('/').slice(0, -2).join('/')
    starts.set(effect.path, ended.get(branch) ?? runStartedAt)
    ended.set(branch, effect.endedAt)
  }
  for (const event of events) {
    if (event.type === 'tool-started') starts.set(event.path, event.at)
    if (event.type === 'wait-opened') starts.set(event.wait.path, event.at)
  }
  return starts
}

/** The innermost node in whose branch a path lies; '' where none is. */
function placeOf(path: string, nodes: ReadonlySet<string>): string {
  const parts = path.split('/')
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const candidate = parts.slice(0, length).join('/')
    if (nodes.has(candidate)) return candidate
  }
  return ''
}

function usageAttributes(usage: Usage): Record<string, SpanValue> {
  return {
    'gen_ai.usage.input_tokens': usage.input + usage.cacheRead + usage.cacheWrite,
    'gen_ai.usage.output_tokens': usage.output + usage.reasoning,
    'gen_ai.usage.cache_read.input_tokens': usage.cacheRead,
    'gen_ai.usage.cache_creation.input_tokens': usage.cacheWrite,
    'tutti.usage.reasoning_tokens': usage.reasoning,
  }
}

/** Names that the conventions give; others go by their own. */
const PROVIDER_NAMES: Readonly<Record<string, string>> = { google: 'gcp.gemini', xai: 'x_ai', mistral: 'mistral_ai' }

function providerName(model: ModelRef): string {
  const { provider } = splitModelRef(model)
  return PROVIDER_NAMES[provider] ?? provider
}

/** Ids that a run's spans always have, so that one that is sent twice is the same trace: 32 hexadecimal digits. */
export function traceIdOf(id: RunId): string {
  const digits = id.replace(/[^0-9a-f]/gi, '').toLowerCase()
  return digits.padEnd(32, '0').slice(0, 32)
}
