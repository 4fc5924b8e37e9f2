import { TuttiError } from '../../shared/errors.ts'
import { ModelAnswer, type ModelRequest } from '../../shared/model.ts'
import type { RunEventBody, RunView } from '../../shared/run.ts'
import type { Clock } from '../kernel/clock.ts'
import type { EffectRecord, RunHistory, RunRecord } from '../kernel/journal.ts'
import { recordedRunner } from '../kernel/recorded-runner.ts'
import type { Runnable, Runner } from '../kernel/runner.ts'

/** Answers a call from a recording, or throws `not-found`: nothing is asked anew. */
export type RecordedProvider = (request: ModelRequest) => ModelAnswer

/**
 * Runs a recorded run again, from its journal alone: each effect is handed back as it was, and the orchestrator decides anew. Nothing is
 * asked, paid or stored. What the recording has not, the run fails with.
 */
export async function replayRun(history: RunHistory, orchestrators: readonly Runnable[], clock: Clock): Promise<RunView> {
  const begun = history.events.filter(({ type, key }) => type === 'run-started' || (type === 'decision' && key === undefined))
  const run: RunRecord = { ...history.run, state: 'running' }
  const kept: RunHistory = { run, effects: history.effects, attempts: [], events: begun }
  const runner = runnerOver(kept, orchestrators, clock, (request) => {
    throw new TuttiError('not-found', `The recording has no such call of ${request.speaker} to ${request.model}.`)
  })
  const [id] = await runner.resumeAll()
  return await viewOf(runner, id ?? run.id)
}

/** Runs a new input over the answers of an older run. */
export async function runOverRecording(
  record: RunRecord,
  started: Extract<RunEventBody, { type: 'run-started' }>,
  provider: RecordedProvider,
  orchestrators: readonly Runnable[],
  clock: Clock,
): Promise<RunView> {
  const runner = runnerOver(null, orchestrators, clock, provider)
  const live = await runner.start({ record, started, store: async () => undefined })
  await runner.ended(record.id)
  return live.log.view
}

/** A recording's answers by model, in the order in which they were given; each is handed out as often as it is asked for, samples in turn. */
export function recordedProvider(effects: readonly EffectRecord[]): RecordedProvider {
  const answers = effects.flatMap(({ kind, outcome }) => {
    const answer = kind === 'model' && outcome.ok ? ModelAnswer.safeParse(outcome.value) : null
    return answer?.success ? [answer.data] : []
  })
  const byModel = Map.groupBy(answers, ({ model }) => model)
  return ({ model, speaker, sample }) => {
    const known = speaker === 'merge' || speaker === 'judge' ? undefined : byModel.get(model)
    const answer = known?.[sample % known.length]
    if (answer === undefined)
      throw new TuttiError('not-found', `The recording has no answer of ${model}${speaker === 'merge' ? ' that merges these' : ''}.`)
    return answer
  }
}

async function viewOf(runner: Runner, id: RunRecord['id']): Promise<RunView> {
  const live = runner.live(id)
  await runner.ended(id)
  if (live === null) throw new TuttiError('not-found', `The run ${id} could not be taken up from its recording.`)
  return live.log.view
}

function runnerOver(history: RunHistory | null, orchestrators: readonly Runnable[], clock: Clock, provider: RecordedProvider): Runner {
  return recordedRunner({ history, orchestrators, clock, answer: async ({ request }) => provider(request) })
}
