import type { ErrorInfo } from '../../shared/errors.ts'
import type { Outcome, RunState, SpeakerResult, SpeakerView } from '../../shared/run.ts'
import { say } from '../../shared/sentence.ts'
import { told } from '../../shared/sentences/told.ts'
import type { Journal } from './journal.ts'
import type { LiveRun } from './live-run.ts'

export interface RunEnd {
  readonly state: Exclude<RunState, 'running'>
  readonly outcome: Outcome | null
  readonly error: ErrorInfo | null
}

/** Says of every speaker that was never asked why, ends the run and makes its answer count: one transaction. */
export async function closeRun(live: LiveRun, journal: Journal, end: RunEnd): Promise<void> {
  await live.committed()
  for (const speaker of live.log.view.speakers) {
    if (speaker.result !== null) continue
    if (speaker.role === 'merge' && end.state === 'done') continue
    live.emit({ type: 'speaker-finished', speaker: speaker.id, result: neverAsked(speaker, end) }, `${speaker.id}/never-asked`)
  }
  const { hits, misses } = live.memory.stats()
  if (hits + misses > 0) live.emit({ type: 'context-used', hits, misses })
  const { costMicros } = live.log.view
  live.emit({ type: 'run-finished', ...end, costMicros }, 'run-finished')
  await journal.commit({
    runId: live.record.id,
    events: live.log.takePending(),
    state: end.state,
    answer: end.outcome?.answer ?? '',
  })
}

function neverAsked(speaker: SpeakerView, end: RunEnd): SpeakerResult {
  return {
    state: end.state === 'cancelled' ? 'cancelled' : 'not-needed',
    model: speaker.model,
    text: '',
    reasoning: '',
    citations: [],
    usage: null,
    costMicros: null,
    firstTokenMs: null,
    totalMs: null,
    attempts: 0,
    notes: [],
    error: null,
    ...told({ reason: end.state === 'done' ? say('ended.without') : say('ended.before') }),
  }
}
