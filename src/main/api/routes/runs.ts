import type { Runner } from '../../kernel/runner.ts'
import type { NewRuns } from '../../runs/new-runs.ts'
import type { Replays } from '../../runs/replays.ts'
import type { Runs } from '../../runs/runs.ts'
import { os } from '../os.ts'
import type { RunTopics } from '../run-topics.ts'
import { watchRun } from '../watch-run.ts'

interface RunsParts {
  readonly runner: Runner
  readonly runs: Runs
  readonly newRuns: NewRuns
  readonly replays: Replays
  readonly topics: RunTopics
}

export const runsRoutes = ({ runner, runs, newRuns, replays, topics }: RunsParts) => ({
  get: os.runs.get.handler(({ input }) => runner.view(input.id)),
  watch: os.runs.watch.handler(({ input, signal }) => watchRun({ runner, topics }, input.id, input.after, signal)),
  stop: os.runs.stop.handler(({ input }) => runner.stop(input.id)),
  list: os.runs.list.handler(({ input }) => runs.list(input)),
  orchestrators: os.runs.orchestrators.handler(() => newRuns.orchestrators()),
  estimate: os.runs.estimate.handler(({ input }) => newRuns.estimate(input)),
  start: os.runs.start.handler(({ input }) => newRuns.start(input)),
  askPreset: os.runs.askPreset.handler(({ input }) => newRuns.askPreset(input)),
  inspect: os.runs.inspect.handler(({ input }) => runs.inspect(input.id)),
  events: os.runs.events.handler(async ({ input }) => [...(await replays.events(input.id))]),
  replay: os.runs.replay.handler(({ input }) => replays.replay(input.id, input.presetId)),
  pause: os.runs.pause.handler(({ input }) => runs.pause(input.id)),
  unpause: os.runs.unpause.handler(({ input }) => runs.unpause(input.id)),
  answer: os.runs.answer.handler(({ input }) => runs.answer(input.id, input.path, input.value)),
  fork: os.runs.fork.handler(({ input }) => runs.fork(input.id, input.before)),
  stopMember: os.runs.stopMember.handler(({ input }) => runner.live(input.id)?.stopSpeaker(input.speaker)),
})
