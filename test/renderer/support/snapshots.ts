import { AppSnapshot } from '../../../src/shared/app-state.ts'
import { Conversation, Message } from '../../../src/shared/conversation.ts'
import { RunId } from '../../../src/shared/ids.ts'
import { RunView, type SpeakerState, SpeakerView } from '../../../src/shared/run.ts'
import { runViewOf } from '../../../src/shared/run-view.ts'

const DEMO = ['quick', 'steady', 'careful'] as const
const LABELS = { quick: 'Demo Quick', steady: 'Demo Steady', careful: 'Demo Careful' }

/** What the shell knows on a fresh installation: the demo ensemble, two presets, nothing asked yet. */
export function freshSnapshot(change: Record<string, unknown> = {}): AppSnapshot {
  const members = DEMO.map((id) => ({ id, model: `demo/${id}` }))
  const preset = (id: string, name: string, settings: object) => ({
    id,
    name,
    settings,
    members: [],
    asked: members,
    demo: true,
    builtIn: true,
  })
  return AppSnapshot.parse({
    seq: 1,
    version: '0.1.0',
    settings: {},
    providers: [],
    models: DEMO.map((id) => ({
      ref: `demo/${id}`,
      provider: 'demo',
      id,
      label: LABELS[id],
      capabilities: ['text'],
      contextWindow: null,
      maxOutput: null,
      price: { inputPerMillion: 0, outputPerMillion: 0, source: 'free' },
      enabled: true,
      simulated: true,
      origin: 'built-in',
    })),
    pipelines: [],
    library: [],
    presets: [
      preset('voting', 'Vote', { strategy: 'voting' }),
      preset('cascade', 'Cheap first', { strategy: 'cascade' }),
      preset('parallel', 'Side by side', { strategy: 'parallel' }),
    ],
    conversations: [],
    tabs: { open: [], closed: [], activeId: null, besideId: null, side: 'left', share: 0.5 },
    spend: { todayMicros: 0, monthMicros: 0, mostRunThisWeekMicros: 0, reservedMicros: 0 },
    notices: [],
    runChanges: 0,
    vault: 'keyring',
    ...change,
  })
}

export const NOW = Date.UTC(2026, 10, 20, 10, 42)

export function message(id: string, parentId: string | null, change: Record<string, unknown> = {}): Message {
  return Message.parse({
    id,
    conversationId: 'c1',
    parentId,
    role: id.startsWith('a') ? 'assistant' : 'user',
    text: id,
    attachments: [],
    runId: id.startsWith('a') ? `run-${id}` : null,
    mainSpeaker: null,
    createdAt: NOW,
    ...change,
  })
}

/** A member of a run. A finished one used 100 + 20 tokens for $0.0017. */
export function speaker(number: number, state: SpeakerState, change: Record<string, unknown> = {}): SpeakerView {
  const ended = state === 'done' || state === 'failed' || state === 'cancelled' || state === 'not-needed'
  const asked = state !== 'waiting' && state !== 'queued' && state !== 'not-needed'
  const text = state === 'done' || state === 'streaming' ? `Text of ${number}.` : ''
  const base = {
    id: `m${number}`,
    role: 'member',
    number,
    model: `paid/model-${number}`,
    label: `Model ${number}`,
    provider: 'Paid',
    simulated: false,
    state,
    text,
    reasoning: '',
    endpoint: null,
    ahead: null,
    askedModel: `paid/model-${number}`,
    attempt: asked ? 1 : 0,
    askedAt: asked ? NOW : null,
    firstTextAt: text === '' ? null : NOW + 500,
    endedAt: ended ? NOW + 2_000 : null,
    retrying: null,
    result: ended ? result(state, number, text) : null,
  }
  return SpeakerView.parse({ ...base, ...change })
}

function result(state: string, number: number, text: string) {
  const used = state === 'done'
  return {
    state,
    model: `paid/model-${number}`,
    text,
    reasoning: '',
    citations: [],
    usage: used ? { input: 100, cacheRead: 0, cacheWrite: 0, output: 20, reasoning: 0, estimated: false } : null,
    costMicros: used ? 1_700 : null,
    firstTokenMs: used ? 500 : null,
    totalMs: used ? 2_000 : null,
    attempts: 1,
    notes: [],
    error: state === 'failed' ? { code: 'cut', message: 'Google closed the connection.', retryable: true } : null,
    reason: state === 'not-needed' ? 'Could not change the result.' : '',
  }
}

export function run(speakers: readonly SpeakerView[], change: Record<string, unknown> = {}): RunView {
  return RunView.parse({
    ...runViewOf(RunId.parse('run-a1'), []),
    seq: 10,
    state: 'running',
    conversationId: 'c1',
    messageId: 'a1',
    title: 'When does it arrive?',
    presetId: 'voting',
    presetName: 'Vote',
    strategy: 'voting',
    speakers,
    decisions: [],
    progress: null,
    outcome: null,
    error: null,
    budgetMicros: 250_000,
    costMicros: 0,
    overrunMicros: 0,
    startedAt: NOW,
    endedAt: null,
    resumed: 0,
    ...change,
  })
}

/** Two of three say 17:25. */
export function agreedRun(): RunView {
  const text = (time: string) => ({ text: `It arrives at **${time}**.` })
  return run(
    [speaker(1, 'done', text('16:25')), speaker(2, 'done', text('17:25')), speaker(3, 'done', text('17:25')), speaker(4, 'not-needed')],
    {
      state: 'done',
      endedAt: NOW + 6_700,
      costMicros: 5_100,
      outcome: {
        answer: 'It arrives at **17:25**.',
        kind: 'agreed',
        by: 'm2',
        groups: [
          { answer: '17:25', members: ['m2', 'm3'] },
          { answer: '16:25', members: ['m1'] },
        ],
        agreement: { agree: 2, of: 3 },
        summary: 'Two of the three members gave the same time.',
      },
      decisions: [{ title: 'Vote decided', reason: 'Times were compared after normalising.', chosen: [], among: [], at: NOW + 6_660 }],
    },
  )
}

export function conversation(messages: readonly Message[], runs: readonly RunView[], change: Record<string, unknown> = {}): Conversation {
  return Conversation.parse({
    id: 'c1',
    title: 'A train',
    createdAt: NOW,
    updatedAt: NOW,
    running: null,
    lastState: 'done',
    systemPrompt: '',
    presetId: null,
    headId: messages.at(-1)?.id ?? null,
    messages,
    runs,
    ...change,
  })
}
