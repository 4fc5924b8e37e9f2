import type { RunId } from '../../shared/ids.ts'
import type { RunUpdate } from '../../shared/run.ts'
import type { Runner } from '../kernel/runner.ts'
import { followTopic } from './follow-topic.ts'
import type { RunTopics } from './run-topics.ts'

interface WatchParts {
  readonly runner: Runner
  readonly topics: RunTopics
}

/** A live run's events from `after` on; of an ended run one snapshot. Ends with the run. */
export async function* watchRun(
  { runner, topics }: WatchParts,
  id: RunId,
  after: number | null,
  signal?: AbortSignal,
): AsyncGenerator<RunUpdate, void> {
  const log = runner.live(id)?.log
  const topic = topics.of(id)
  if (!log || !topic) {
    const view = await runner.view(id)
    if (after === null || view.seq !== after) yield { type: 'snapshot', view }
    return
  }
  let from = after
  if (from === null) {
    const view = log.snapshot()
    from = view.seq
    yield { type: 'snapshot', view }
  }
  for await (const events of followTopic(topic, from, signal)) {
    yield events === null ? { type: 'snapshot', view: log.snapshot() } : { type: 'events', events }
  }
}
