import { Attempt } from '../../../../../src/shared/model.ts'
import type { RunView } from '../../../../../src/shared/run.ts'
import { EffectView, type OpenAttempt, type RunInspection } from '../../../../../src/shared/run-inspection.ts'
import { NOW } from '../../../support/snapshots.ts'

/** A call of a model for a speaker; each attempt used 100 + 20 tokens for $0.0017 unless it says otherwise. */
export function callEffect(
  speaker: string,
  attempts: readonly Partial<Attempt>[] = [{}],
  change: Record<string, unknown> = {},
): EffectView {
  return EffectView.parse({
    path: `${speaker}/model/0`,
    kind: 'model',
    digest: `digest-of-${speaker}`,
    input: { speaker, turns: `question of ${speaker}` },
    outcome: { ok: true, value: { text: `answer of ${speaker}` } },
    endedAt: NOW + 2_000,
    attempts: attempts.map((attempt, index) => attemptOf({ number: index + 1, ...attempt })),
    ...change,
  })
}

export function attemptOf(change: Record<string, unknown> = {}): Attempt {
  return Attempt.parse({
    number: 1,
    model: 'demo/quick',
    state: 'done',
    reservedMicros: 2_000,
    costMicros: 1_700,
    usage: { input: 100, cacheRead: 0, cacheWrite: 0, output: 20, reasoning: 0, estimated: false },
    text: '',
    error: null,
    startedAt: NOW,
    endedAt: NOW + 2_000,
    ...change,
  })
}

export function inspectionOf(view: RunView, effects: readonly EffectView[] = [], open: readonly OpenAttempt[] = []): RunInspection {
  return {
    view,
    orchestrator: view.strategy ?? 'pipeline',
    orchestratorVersion: 1,
    appVersion: '0.1.0',
    effects: [...effects],
    open: [...open],
    forkOf: null,
  }
}
