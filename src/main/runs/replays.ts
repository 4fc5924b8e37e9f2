import { type PresetId, RunId } from '../../shared/ids.ts'
import { Decision, type RunEvent, type RunView } from '../../shared/run.ts'
import type { Replay } from '../../shared/run-inspection.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Journal, RunHistory, RunRecord } from '../kernel/journal.ts'
import type { Runnable } from '../kernel/runner.ts'
import type { NewRuns } from './new-runs.ts'
import { recordedProvider, replayRun, runOverRecording } from './replay-run.ts'

export interface ReplaysParts {
  readonly journal: Journal
  readonly clock: Clock
  readonly orchestrators: readonly Runnable[]
  readonly newRuns: Pick<NewRuns, 'planFor'>
}

/** Past runs, step by step and once more, from their recordings alone. */
export class Replays {
  readonly #parts: ReplaysParts

  constructor(parts: ReplaysParts) {
    this.#parts = parts
  }

  /** What happened, oldest first: the view as of any of them is the fold of those before it. */
  async events(id: RunId): Promise<readonly RunEvent[]> {
    return (await this.#history(id)).events
  }

  /** Runs it once more over its own recording; with a preset, that preset over the same answers. */
  async replay(id: RunId, presetId: PresetId | null): Promise<Replay> {
    const { clock, orchestrators, newRuns } = this.#parts
    const history = await this.#history(id)
    if (history.run.state === 'running') throw failure('invalid-input', say('refused.replay-running'))
    const recorded = await replayRun(history, orchestrators, clock)
    if (presetId === null) return replayOf(history, recorded)
    const { input, orchestrator, decisions, started } = await newRuns.planFor(history.run, presetId)
    const record: RunRecord = {
      ...history.run,
      id: RunId.parse(clock.id()),
      orchestrator: orchestrator.id,
      orchestratorVersion: orchestrator.version,
      input,
      state: 'running',
      startedAt: clock.now(),
    }
    const view = await runOverRecording(record, started, recordedProvider(history.effects), orchestrators, clock)
    return replayOf(history, {
      ...view,
      decisions: [...decisions.map((decision) => ({ ...decision, at: view.startedAt })), ...view.decisions],
    })
  }

  async #history(id: RunId): Promise<RunHistory> {
    const history = await this.#parts.journal.history(id)
    if (!history) throw failure('not-found', say('gone.run', { id }))
    return history
  }
}

/** The replay beside what was recorded. */
function replayOf({ events }: RunHistory, view: RunView): Replay {
  const was = events.flatMap((event) => (event.type === 'decision' ? [Decision.parse(event.decision)] : []))
  const now = view.decisions.map((decision) => Decision.parse(decision))
  const ended = events.findLast((event) => event.type === 'run-finished')
  const then = ended?.type === 'run-finished' ? ended.outcome : null
  const outcomeSame = JSON.stringify(then) === JSON.stringify(view.outcome)
  return {
    view,
    same: outcomeSame && JSON.stringify(was) === JSON.stringify(now),
    answerSame: then?.answer === view.outcome?.answer,
    notRecorded: view.speakers.flatMap(({ label, result }) => (result?.error?.code === 'not-found' ? [label] : [])),
  }
}
