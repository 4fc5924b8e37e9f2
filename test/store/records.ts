import type { AttemptRecord, EffectRecord, RunRecord } from '../../src/main/kernel/journal.ts'
import type { ConversationId } from '../../src/shared/ids.ts'
import { MessageId, ModelRef, PresetId, RunId } from '../../src/shared/ids.ts'
import type { RunEvent } from '../../src/shared/run.ts'

export function runRecord(id: string, change: Partial<RunRecord> = {}): RunRecord {
  return {
    id: RunId.parse(id),
    parentId: null,
    forkOf: null,
    orchestrator: 'voting',
    orchestratorVersion: 1,
    appVersion: '0.1.0',
    seed: 'seed',
    input: { question: 'What is 17 × 23?' },
    title: 'What is 17 × 23?',
    state: 'running',
    budgetMicros: 250_000,
    allowNoPrice: false,
    conversationId: null,
    messageId: null,
    startedAt: 1000,
    ...change,
  }
}

export function effectRecord(path: string, value: unknown = { text: '391' }): EffectRecord {
  return { path, kind: 'model', digest: `digest of ${path}`, outcome: { ok: true, value }, endedAt: 2000 }
}

export function attemptRecord(path: string, change: Partial<AttemptRecord> = {}): AttemptRecord {
  return {
    path,
    number: 1,
    model: ModelRef.parse('openai/gpt-5'),
    state: 'done',
    reservedMicros: 900,
    costMicros: 300,
    usage: { input: 10, cacheRead: 1, cacheWrite: 2, output: 3, reasoning: 4, estimated: false },
    text: '391',
    error: null,
    startedAt: 1500,
    endedAt: 1900,
    ...change,
  }
}

export function startedEvent(conversationId: ConversationId | null, messageId: string | null, members: number): RunEvent {
  return {
    seq: 1,
    at: 1000,
    type: 'run-started',
    conversationId,
    messageId: messageId === null ? null : MessageId.parse(messageId),
    title: 'What is 17 × 23?',
    presetId: PresetId.parse('voting'),
    presetName: 'Voting',
    strategy: 'voting',
    speakers: Array.from({ length: members }, (_, index) => ({
      id: `m${index + 1}`,
      role: 'member' as const,
      number: index + 1,
      model: ModelRef.parse('openai/gpt-5'),
      label: 'GPT-5',
      provider: 'OpenAI',
      simulated: false,
    })),
    budgetMicros: 250_000,
  }
}
