import { createRouterClient, implement, ORPCError } from '@orpc/server'
import { applyAppEvent } from '../../../src/renderer/state/app-reducer.ts'
import type { Client } from '../../../src/renderer/state/client.ts'
import type { AppEventBody, AppSnapshot, AppUpdate, Tabs } from '../../../src/shared/app-state.ts'
import { contract } from '../../../src/shared/contract.ts'
import type { Conversation, Estimate } from '../../../src/shared/conversation.ts'
import { ConversationId, RunId } from '../../../src/shared/ids.ts'
import type { RunEvent, RunUpdate, RunView } from '../../../src/shared/run.ts'
import type { RunFilter, RunInspection, RunSummary } from '../../../src/shared/run-inspection.ts'
import { applyRunEvent } from '../../../src/shared/run-view.ts'
import { channel } from './channel.ts'
import { freshSnapshot, message } from './snapshots.ts'

export type ScriptedCore = {
  readonly client: Client
  /** Names and inputs of the calls that change something, in order. */
  readonly calls: { readonly name: string; readonly input: unknown }[]
  readonly saved: Tabs[]
  readonly emit: (event: AppEventBody) => void
  readonly emitRun: (id: string, events: readonly RunEvent[]) => void
  readonly conversations: Map<string, Conversation>
  readonly runs: Map<string, RunView>
  /** Effects of runs; a run without an entry has none. */
  readonly inspections: Map<string, Partial<RunInspection>>
  estimate: Estimate
  /** Set: the next `send` is refused with this sentence. */
  refuseSend: string | null
  /** Breaks every open stream, as a lost connection does. */
  readonly breakStreams: () => void
}

const FREE: Estimate = { aboutMicros: 0, atMostMicros: 0, free: true, noPrice: [], blocked: null, notes: [] }

/** A core with a script in place of runs: the contract, its validation and its streams are the real ones. */
export function scriptedCore(snapshot: AppSnapshot = freshSnapshot()): ScriptedCore {
  const os = implement(contract)
  let state = snapshot
  const watchers = new Set<ReturnType<typeof channel<AppUpdate>>>()
  const runWatchers = new Map<string, Set<ReturnType<typeof channel<RunUpdate>>>>()
  const calls: ScriptedCore['calls'] = []
  const saved: Tabs[] = []
  const conversations = new Map<string, Conversation>()
  const runs = new Map<string, RunView>()
  const inspections: ScriptedCore['inspections'] = new Map()
  const fail = (code: string, text: string) => new ORPCError('TUTTI', { message: text, data: { code, message: text, retryable: false } })
  const note = (name: string, input: unknown) => void calls.push({ name, input })
  const absent = (): never => {
    throw fail('not-found', 'This is not in the script.')
  }
  let made = 0

  // Procedures that are not scripted are missing: a call of one fails.
  const router = {
    app: {
      snapshot: os.app.snapshot.handler(() => state),
      watch: os.app.watch.handler(async function* ({ signal }) {
        const stream = channel<AppUpdate>(signal)
        watchers.add(stream)
        stream.push({ type: 'snapshot', snapshot: state })
        yield* stream.read()
      }),
      diagnostics: os.app.diagnostics.handler(() => ({ text: 'Tutti 0.1.0', logFile: 'tutti.log' })),
      dismissNotice: os.app.dismissNotice.handler(({ input }) => note('dismissNotice', input)),
      changeTabs: os.app.changeTabs.handler(({ input: { changes, by } }) => {
        core.emit({ type: 'tabs-changed', changes, by })
        saved.push(state.tabs)
      }),
    },
    conversations: {
      create: os.conversations.create.handler(({ input }) => {
        note('create', input)
        made += 1
        return { id: ConversationId.parse(`new-${made}`), title: '', createdAt: 0, updatedAt: 0, running: null, lastState: null }
      }),
      open: os.conversations.open.handler(({ input }) => conversations.get(input.id) ?? absent()),
      search: os.conversations.search.handler(({ input }) => state.conversations.filter((known) => known.title.includes(input.query))),
      update: os.conversations.update.handler(({ input }) => note('update', input)),
      remove: os.conversations.remove.handler(({ input }) => note('remove', input)),
      restore: os.conversations.restore.handler(absent),
    },
    chat: {
      estimate: os.chat.estimate.handler(() => core.estimate),
      send: os.chat.send.handler(({ input }) => {
        note('send', input)
        if (core.refuseSend !== null) throw fail('budget-exceeded', core.refuseSend)
        const question = message('q1', input.parentId, { conversationId: input.conversationId, text: input.text })
        const answer = message('a1', 'q1', { conversationId: input.conversationId, text: '' })
        return { question, answer, runId: RunId.parse('run-a1') }
      }),
      askAgain: os.chat.askAgain.handler(({ input }) => {
        note('askAgain', input)
        return { answer: message('a9', 'q1'), runId: RunId.parse('run-a9') }
      }),
      retryMember: os.chat.retryMember.handler(({ input }) => {
        note('retryMember', input)
        return { answer: message('a9', 'q1'), runId: RunId.parse('run-a9') }
      }),
      chooseMain: os.chat.chooseMain.handler(({ input }) => {
        note('chooseMain', input)
        return message('a1', 'q1', { mainSpeaker: input.speaker })
      }),
    },
    runs: {
      get: os.runs.get.handler(({ input }) => runs.get(input.id) ?? absent()),
      watch: os.runs.watch.handler(async function* ({ input, signal }) {
        const view = runs.get(input.id) ?? absent()
        const stream = channel<RunUpdate>(signal)
        runWatchers.set(input.id, (runWatchers.get(input.id) ?? new Set()).add(stream))
        note('watchRun', { id: input.id, after: input.after })
        if (input.after === null) stream.push({ type: 'snapshot', view })
        yield* stream.read()
      }),
      stop: os.runs.stop.handler(({ input }) => note('stop', input)),
      list: os.runs.list.handler(({ input: { filter, query } }) =>
        [...runs.values()].map(summaryOf).filter((run) => isIn(filter, run) && run.title.includes(query)),
      ),
      inspect: os.runs.inspect.handler(({ input }) => inspectionOf(runs.get(input.id) ?? absent(), inspections.get(input.id))),
      pause: os.runs.pause.handler(({ input }) => note('pause', input)),
      unpause: os.runs.unpause.handler(({ input }) => note('unpause', input)),
      answer: os.runs.answer.handler(({ input }) => note('answer', input)),
      fork: os.runs.fork.handler(({ input }) => {
        note('fork', input)
        const view = runs.get(input.id) ?? absent()
        const runId = RunId.parse(`${input.id}-fork`)
        runs.set(runId, { ...view, id: runId, state: 'running', endedAt: null })
        return { runId }
      }),
      orchestrators: os.runs.orchestrators.handler(() => [{ id: 'advanced', version: 1, asked: true }]),
      estimate: os.runs.estimate.handler(() => core.estimate),
      start: os.runs.start.handler(({ input }) => {
        note('start', input)
        return { runId: RunId.parse('run-new') }
      }),
      askPreset: os.runs.askPreset.handler(({ input }) => {
        note('askPreset', input)
        return { runId: RunId.parse('run-again') }
      }),
      stopMember: os.runs.stopMember.handler(({ input }) => note('stopMember', input)),
    },
    providers: {
      save: os.providers.save.handler(absent),
      setKey: os.providers.setKey.handler(absent),
      removeKey: os.providers.removeKey.handler(absent),
      test: os.providers.test.handler(absent),
      remove: os.providers.remove.handler(absent),
    },
    models: {
      setEnabled: os.models.setEnabled.handler(({ input }) => note('setEnabled', input)),
      add: os.models.add.handler(absent),
      setPrice: os.models.setPrice.handler(absent),
    },
    presets: { save: os.presets.save.handler(absent), remove: os.presets.remove.handler(absent) },
    settings: { update: os.settings.update.handler(() => state.settings) },
    attachments: {
      add: os.attachments.add.handler(({ input }) => {
        note('attach', { name: input.name, mediaType: input.mediaType })
        return {
          id: calls.length.toString(16).padStart(64, '0'),
          name: input.name,
          mediaType: input.mediaType,
          bytes: atob(input.base64).length,
        }
      }),
      get: os.attachments.get.handler(absent),
    },
  }

  const core: ScriptedCore = {
    client: clientOf(createRouterClient(router)),
    calls,
    saved,
    conversations,
    runs,
    inspections,
    estimate: FREE,
    refuseSend: null,
    emit: (body) => {
      state = applyAppEvent(state, { ...body, seq: state.seq + 1 })
      for (const stream of watchers) stream.push({ type: 'events', events: [{ ...body, seq: state.seq }] })
    },
    emitRun: (id, events) => {
      const view = runs.get(id)
      if (view) runs.set(id, events.reduce(applyRunEvent, view))
      for (const stream of runWatchers.get(id) ?? []) stream.push({ type: 'events', events: [...events] })
    },
    breakStreams: () => {
      for (const stream of [...watchers, ...[...runWatchers.values()].flatMap((set) => [...set])]) stream.fail()
      watchers.clear()
      runWatchers.clear()
    },
  }
  return core
}

function summaryOf(view: RunView): RunSummary {
  const { id, title, strategy, presetId, presetName, state, paused, conversationId, costMicros, startedAt, endedAt } = view
  const waitsForYou = view.waits.filter((wait) => wait.kind !== 'timer').length
  return {
    id,
    title,
    orchestrator: strategy ?? 'pipeline',
    presetId,
    presetName,
    state,
    paused,
    waitsForYou,
    conversationId,
    costMicros,
    startedAt,
    endedAt,
  }
}

function isIn(filter: RunFilter, run: RunSummary): boolean {
  if (filter === 'waiting') return run.waitsForYou > 0
  if (filter === 'failed') return run.state === 'failed' || run.state === 'cancelled' || run.state === 'diverged'
  return filter === 'all' || run.state === filter
}

function inspectionOf(view: RunView, known: Partial<RunInspection> = {}): RunInspection {
  return {
    orchestrator: view.strategy ?? 'pipeline',
    orchestratorVersion: 1,
    appVersion: '0.1.0',
    effects: [],
    open: [],
    forkOf: null,
    ...known,
    view,
  }
}

function clientOf(client: unknown): Client {
  if (!isClient(client)) throw new Error('The script makes no client.')
  return client
}

function isClient(value: unknown): value is Client {
  return typeof value === 'function' || (typeof value === 'object' && value !== null)
}
