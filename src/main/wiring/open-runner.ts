import type { RunId } from '../../shared/ids.ts'
import type { RunEvent, RunView } from '../../shared/run.ts'
import { identity } from '../guard/identity.ts'
import type { Keys } from '../guard/keys.ts'
import { guardian, guardTools } from '../guard/policies/guardian.ts'
import { Ledger, periodStarts } from '../kernel/budget.ts'
import { road } from '../kernel/call.ts'
import type { Clock } from '../kernel/clock.ts'
import type { EventTopic } from '../kernel/event-topic.ts'
import { budget } from '../kernel/links/budget.ts'
import { candidates, type RetryPolicy } from '../kernel/links/candidates.ts'
import { hedge } from '../kernel/links/hedge.ts'
import { journal } from '../kernel/links/journal.ts'
import { keepText } from '../kernel/links/keep-text.ts'
import { limits } from '../kernel/links/limits.ts'
import { resources } from '../kernel/links/resources.ts'
import { type Runnable, Runner } from '../kernel/runner.ts'
import type { FindTool } from '../kernel/tool.ts'
import { LiveBoard } from '../metrics/live-board.ts'
import { meter } from '../metrics/meter.ts'
import { Metrics } from '../metrics/metrics.ts'
import { aboutTokens } from '../models/catalogue/estimate-tokens.ts'
import { cheaperModel } from '../models/cheaper-model.ts'
import { providerEnd } from '../models/links/provider-end.ts'
import { settle } from '../models/links/settle.ts'
import { taskOfInput } from '../orchestrators/advanced/task-of-input.ts'
import type { Store } from '../store/open-store.ts'
import type { Catalogue } from './open-catalogue.ts'

export interface RunnerWiring {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly keys: Pick<Keys, 'secrets'>
  readonly clock: Clock
  readonly retry: RetryPolicy
  readonly orchestrators: readonly Runnable[]
  readonly tools: FindTool
  readonly topicOf: (id: RunId, after: number) => EventTopic<RunEvent>
  readonly onRun: (view: RunView) => void
  readonly onSpend: () => void
  readonly onFault: (thrown: unknown) => void
}

/** The road that every effect takes, listed once, and the runner over it. */
export async function openRunner({ store, catalogue, keys, clock, retry, ...parts }: RunnerWiring) {
  const { book, latencies, accounts, breakers, preferences } = catalogue
  const { registry } = book
  const { quote } = registry
  const starts = periodStarts(clock.now())
  const spentBefore = { today: await store.journal.spentSince(starts.day), month: await store.journal.spentSince(starts.month) }
  const ledger = new Ledger(clock, () => preferences.settings.budgets, spentBefore, parts.onSpend)
  const attachment = (id: string) => store.attachments.read(id)
  const guarded = { policies: () => preferences.settings.policies, secrets: () => keys.secrets() }
  const board = new LiveBoard({
    clock,
    endpointOf: (ref) => registry.provider(ref),
    kindOf: ({ id, input }) => ({ strategy: runner.live(id)?.log.view.strategy ?? '', task: taskOfInput(input) }),
    runsRunning: () => runner.liveViews().length,
  })
  const metrics = new Metrics({ store: store.metrics, board, clock, taskOf: taskOfInput, onFault: parts.onFault })
  const runner: Runner = new Runner({
    journal: store.journal,
    clock,
    ledger,
    allowNoPrice: () => preferences.settings.budgets.allowNoPrice,
    orchestrators: parts.orchestrators,
    onChange: parts.onRun,
    onFault: parts.onFault,
    topicOf: parts.topicOf,
    resources: catalogue.resources,
    memory: store.context,
    tools: guardTools(parts.tools, guarded),
    ask: road(
      [
        journal,
        candidates(clock, retry, catalogue.substitutesFor),
        limits({ ledger, cheaper: (request, leftMicros) => cheaperModel(catalogue.askable(), quote, request, leftMicros) }),
        hedge({ clock, latencies, enabled: () => preferences.settings.resilience.hedge }),
        meter(board),
        identity,
        guardian({ ...guarded, attachment, receiver: (ref) => registry.provider(ref) }),
        breakers.link,
        resources({
          resources: catalogue.resources,
          accounts,
          endpointOf: (ref) => registry.provider(ref),
          tokensOf: (request) => aboutTokens(request) + request.maxOutputTokens,
        }),
        budget({ ledger, quote, journal: store.journal, clock }),
        keepText({ journal: store.journal, clock, quote }),
        settle(registry, latencies),
      ],
      providerEnd({
        registry,
        attachment,
        clock,
        learn: (model, headers) => accounts.learn(model, headers),
      }),
    ),
  })
  return { ledger, board, metrics, runner }
}
