import { changeAttempt, currentAttempt } from '../../../src/main/kernel/attempts.ts'
import { type Call, type Link, road } from '../../../src/main/kernel/call.ts'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import type { AttemptRecord } from '../../../src/main/kernel/journal.ts'
import { FREE_SLOT } from '../../../src/main/kernel/slots.ts'
import { providerEnd } from '../../../src/main/models/links/provider-end.ts'
import { createModelRegistry, type ModelRecords, type ModelRegistry, NO_RECORDS } from '../../../src/main/models/model-registry.ts'
import { knownProvider } from '../../../src/main/models/providers/known.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { ModelRef, ProviderId, RunId } from '../../../src/shared/ids.ts'
import type { ModelAnswer, ModelRequest } from '../../../src/shared/model.ts'
import type { Provider } from '../../../src/shared/settings.ts'
import type { VendorServer } from '../../support/vendor-server/vendor-server.ts'
import { KEY, question, readFile } from '../ask-vendor.ts'

/** A ready entry, pointed at the test server. */
export function providerAt(server: VendorServer, id: string): Provider {
  const known = knownProvider(ProviderId.parse(id))
  if (!known) throw new Error(`No entry ${id}`)
  const { variables: _variables, priceList: _priceList, keyForms: _keyForms, ...provider } = known
  return { ...provider, baseUrl: server.baseUrl(id) }
}

/** A registry whose ready entries all point at the test server. */
export async function registryAt(server: VendorServer, records: Partial<ModelRecords> = {}): Promise<ModelRegistry> {
  const ids = ['openai', 'anthropic', 'google', 'perplexity', 'groq', 'openrouter', 'ollama']
  const registry = createModelRegistry({
    providers: () => ids.map((id) => providerAt(server, id)),
    keyOf: (id) => (id === 'ollama' ? null : KEY),
    records: () => ({ ...NO_RECORDS, ...records }),
  })
  await registry.load()
  return registry
}

export function requestTo(model: string, change: Partial<ModelRequest> = {}): ModelRequest {
  return question({ model: ModelRef.parse(model), ...change })
}

export type Travelled = { answer: ModelAnswer | null; error: TuttiError | null; attempt: AttemptRecord; text: string }

/** A road of these links to the vendor; each call on it opens its attempt as the budget does, and keeps its text. */
export function roadTo(registry: ModelRegistry, links: readonly Link[] = [], idleMs?: number) {
  const ask = road(links, providerEnd({ registry, attachment: readFile, clock: systemClock, ...(idleMs === undefined ? {} : { idleMs }) }))
  return async (request: ModelRequest, signal: AbortSignal = new AbortController().signal): Promise<Travelled> => {
    const call = openCall(request, signal)
    try {
      const answer = await ask(call)
      return { answer, error: null, attempt: currentAttempt(call), text: currentAttempt(call).text }
    } catch (thrown) {
      return { answer: null, error: TuttiError.from(thrown), attempt: currentAttempt(call), text: currentAttempt(call).text }
    }
  }
}

function openCall(request: ModelRequest, signal: AbortSignal): Call {
  const id = RunId.parse('run')
  const opened = { path: 'model/0', number: 1, model: request.model, state: 'open', reservedMicros: 0 } as const
  const call: Call = {
    run: {
      record: {
        id,
        parentId: null,
        forkOf: null,
        orchestrator: 'test',
        orchestratorVersion: 1,
        appVersion: '0',
        seed: '',
        input: null,
        title: '',
        state: 'running',
        budgetMicros: null,
        allowNoPrice: false,
        conversationId: null,
        messageId: null,
        startedAt: 0,
      },
      rootId: id,
      allowNoPrice: () => false,
      book: {
        recall: () => null,
        admitCall: async () => {},
        commitCall: () => {},
        committed: async () => {},
        mayPass: async () => false,
        now: () => Date.now(),
      },
    },
    path: 'model/0',
    digest: '',
    request,
    undoing: false,
    priority: 0,
    slot: FREE_SLOT,
    signal,
    attempt: 1,
    attempts: [{ ...opened, costMicros: null, usage: null, text: '', error: null, startedAt: Date.now(), endedAt: null }],
    emit: () => {},
    onSent: () => {},
    onDelta: (channel, text) => {
      if (channel === 'text') changeAttempt(call, { text: currentAttempt(call).text + text })
    },
  }
  return call
}
