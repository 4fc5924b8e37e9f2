import type { AppEventBody, Spend } from '../shared/app-state.ts'
import type { Message } from '../shared/conversation.ts'
import { TuttiError } from '../shared/errors.ts'
import type { MessageId, ProviderId, RunId } from '../shared/ids.ts'
import type { RunView } from '../shared/run.ts'
import { told, wordsOf } from '../shared/sentences/told.ts'
import { AppHub } from './api/app-hub.ts'
import { AtMostEvery } from './api/at-most-every.ts'
import { type AppRouter, createRouter } from './api/router.ts'
import { RunTopics } from './api/run-topics.ts'
import { Archive } from './archive/archive.ts'
import { keepRetention } from './archive/retention.ts'
import { Bus } from './bus/bus.ts'
import { Chat } from './conversations/chat.ts'
import { Conversations } from './conversations/conversations.ts'
import { Signals } from './conversations/signals.ts'
import { openKeys } from './guard/keys.ts'
import { periodStarts } from './kernel/budget.ts'
import { type Clock, systemClock } from './kernel/clock.ts'
import { DEFAULT_RETRY, type RetryPolicy } from './kernel/links/candidates.ts'
import { Learned } from './lab/learn/learned.ts'
import { runCommandAgain } from './library/run-command.ts'
import { diagnosticsText } from './log/diagnostics.ts'
import { Log } from './log/log.ts'
import { Traces } from './metrics/traces/traces.ts'
import { aboutTokens } from './models/catalogue/estimate-tokens.ts'
import { createOrchestrators } from './orchestrators/registry.ts'
import { BUILT_IN_RULES } from './orchestrators/unified/select/built-in-rules.ts'
import { askPreset } from './pipelines/ask-preset.ts'
import { builtInPipelines } from './pipelines/built-in.ts'
import { Pipelines } from './pipelines/pipelines.ts'
import { resultCache } from './pipelines/result-cache.ts'
import { Prompts } from './prompts/prompts.ts'
import { NewRuns, type NewRunsParts } from './runs/new-runs.ts'
import { Replays } from './runs/replays.ts'
import { Runs } from './runs/runs.ts'
import { Sandbox } from './sandbox/sandbox.ts'
import { Attachments } from './settings/attachments.ts'
import { SettingsFiles } from './settings/settings-files.ts'
import { openStore } from './store/open-store.ts'
import type { Tools } from './tools/tools.ts'
import { APP_VERSION } from './version.ts'
import { Votes } from './votes/votes.ts'
import { type Catalogue, openCatalogue } from './wiring/open-catalogue.ts'
import { openExperience } from './wiring/open-experience.ts'
import { openLab } from './wiring/open-lab.ts'
import { openLibrary } from './wiring/open-library.ts'
import { openRunner } from './wiring/open-runner.ts'
import { openTools } from './wiring/open-tools.ts'

const SPEND_PAUSE_MS = 250

export interface AppOptions {
  /** The data folder. */
  readonly home: string
  /** Read for vendors' keys and the vault's passphrase, and for nothing else. */
  readonly env: Record<string, string | undefined>
  /** Ends this core and starts it anew, for other data to take the place of the present ones. */
  readonly restart?: () => void
  readonly clock?: Clock
  readonly retry?: RetryPolicy
}

export interface App {
  /** Implements `contract` of src/shared/contract.ts. */
  readonly router: AppRouter
  /** Stops all calls, leaves open runs to the next start and closes the data folder. */
  close(): Promise<void>
}

/** The one place that wires the rooms together. Opens the data folder and goes on with every run that was interrupted. */
export async function createApp({
  home,
  env,
  restart = () => undefined,
  clock = systemClock,
  retry = DEFAULT_RETRY,
}: AppOptions): Promise<App> {
  const store = await openStore({ home, clock, appVersion: APP_VERSION })
  const keys = await openKeys({ home, env: { ...env }, clock }).catch(async (error) => {
    await store.close()
    throw error
  })
  const log = new Log({ home, secrets: () => keys.secrets(), clock })
  log.info('The core started.', { version: APP_VERSION, node: process.versions.node })
  // Numbers start at the time, so that one from an earlier core is seen to be a gap.
  const bus = new Bus({ clock, numbersFrom: clock.now(), onDeadLetter: ({ error }) => fault(TuttiError.fromInfo(error)) })
  const topics = new RunTopics(bus)
  const hub: AppHub = new AppHub(bus, snapshot)
  const publish = hub.publish.bind(hub)

  let toolsReady: Tools | null = null
  const catalogue: Catalogue = await openCatalogue({ store, keys, clock, publish: catalogueChanged, onBreaker: breakerChanged })
  const { book, models, providers, presets, preferences, breakers } = catalogue
  // Every call changes it twice, and the dearest run is looked up in a week's history.
  const spendPaced = new AtMostEvery(SPEND_PAUSE_MS, spendChanged)
  const sandbox = new Sandbox()
  const { tools, close: closeTools } = await openTools({ home, store, clock, keys, catalogue, publish })
  toolsReady = tools
  const orchestrators = createOrchestrators({
    pipeline: {
      computing: sandbox,
      reader: expressionReader,
      cache: resultCache(),
      random: clock.random,
      pipeline: (id) => pipelines.get(id),
      agent: agentOf,
      offer: (names) => tools.offerAll(names),
      permission: (name) => tools.permission(name),
      askPreset: (ctx, question) =>
        askPreset(
          ctx,
          { ...asking, defaultPreset: () => preferences.settings.defaultPreset, orchestrators: () => orchestrators },
          question,
        ),
    },
  })
  const running = await openRunner({
    store,
    catalogue,
    keys,
    clock,
    retry,
    orchestrators,
    tools: (name) => tools.find(name),
    topicOf: (id, after) => topics.open(id, after),
    onRun: runChanged,
    onSpend: () => spendPaced.ask(),
    onFault: fault,
  })
  const { ledger, board, metrics, runner } = running
  const traces = new Traces({
    settings: () => preferences.settings.tracing,
    history: (id) => store.journal.history(id),
    appVersion: APP_VERSION,
    onFault: fault,
  })
  const conversations = new Conversations({ repository: store.conversations, runner, clock, publish })
  const archive = await Archive.open({
    home,
    appVersion: APP_VERSION,
    clock,
    jobs: store.jobs,
    conversationsAdded: () => conversations.announceAll(),
    restart,
  })
  const answers = { message: (id: MessageId) => store.conversations.message(id), view: (id: RunId) => runner.view(id), now: clock.now }
  const learned = new Learned(store.lab)
  const { learning, profiles, experience } = openExperience({ store, catalogue, clock, runner, metrics, learned })
  const signals = new Signals({ repository: store.signals, ...answers, onSignal: (signal) => void learning.signalled(signal).catch(fault) })
  const prompts = await Prompts.load({ store: store.settings, publish })
  const asking: Omit<NewRunsParts, 'systemPromptOf'> = {
    journal: store.journal,
    runner,
    clock,
    ledger,
    appVersion: APP_VERSION,
    preset: (id) => presets.get(id),
    models: () => book.all(),
    prepare: (refs) => book.prepare(refs),
    settings: () => preferences.settings,
    learned: (among) => learned.policyFor(among, preferences.settings.dial),
    experience,
    resting: (provider) => breakers.health(provider).state === 'open',
    cost: (request) => book.cost(request, preferences.settings.resilience),
    tokens: aboutTokens,
    offer: (names) => tools.offer(names),
  }
  const pipelines: Pipelines = await Pipelines.load({
    ...asking,
    defaultPreset: () => preferences.settings.defaultPreset,
    agent: agentOf,
    repository: store.settings,
    builtIn: builtInPipelines(),
    reader: expressionReader,
    onChange: (list) => publish({ type: 'pipelines-changed', pipelines: [...list] }),
  })
  const onMessage = (message: Message) => conversations.messageChanged(message)
  const shelves = openLibrary({ home, store, catalogue, clock, pipelines, runner, ledger, tools, onMessage, publish, onFault: fault })
  const chat = new Chat({
    ...asking,
    conversations: store.conversations,
    onMessage,
    commandAgain: (old, question) => runCommandAgain(shelves.running, old, question),
    signals,
    onAuto: (rules) => void preferences.countAuto(rules).catch(fault),
  })
  const newRuns = new NewRuns({ ...asking, systemPromptOf: async (id) => (await store.conversations.get(id))?.systemPrompt ?? '' })
  const votes = new Votes({
    repository: store.votes,
    ...answers,
    models: () => book.all(),
    taskType: (answer) => signals.taskType(answer),
    chooseMain: (answerId, speaker) => chat.setMain({ answerId, speaker }),
    changed: (message) => conversations.messageChanged(message),
    onCast: (rows) => void learning.voted(rows.taskType, rows.votes).catch(fault),
  })

  const lab = openLab({ store, catalogue, clock, runner, newRuns, archive, learned, onFault: fault })

  const stopping = new AbortController()
  await runner.resumeAll()
  lab.resumeAll()
  const discovery = providers.discover(stopping.signal).catch(fault)
  const retention = { clock, jobs: store.jobs, days: () => preferences.settings.retentionDays, publish }
  const retained = keepRetention(retention, stopping.signal).catch(fault)

  return {
    router: createRouter({
      hub,
      diagnostics,
      bus,
      topics,
      conversations,
      chat,
      runner,
      runs: new Runs({ journal: store.journal, runner, clock }),
      newRuns,
      replays: new Replays({ journal: store.journal, clock, orchestrators, newRuns }),
      providers,
      models,
      presets,
      preferences,
      shippedRules: BUILT_IN_RULES,
      settingsFiles: new SettingsFiles({ appVersion: APP_VERSION, preferences, presets, providers, models }),
      attachments: new Attachments(store.attachments),
      archive,
      lab,
      metrics,
      learning,
      profiles,
      library: shelves,
      pipelines,
      prompts,
      tools,
      votes,
    }),
    close: async () => {
      stopping.abort(new TuttiError('core-gone', 'Tutti is closing.'))
      await archive.close()
      await lab.close()
      await runner.close()
      await closeTools()
      await sandbox.close()
      await discovery
      await shelves.library.close()
      await retained
      await metrics.close()
      await traces.close()
      spendPaced.stop()
      bus.close()
      await store.close()
      log.info('The core closed.')
      await log.close()
    },
  }

  async function snapshot() {
    // Read once a page is there to show it.
    shelves.library.load().catch(fault)
    return {
      version: APP_VERSION,
      settings: preferences.settings,
      providers: providers.list(),
      models: [...book.all()],
      presets: presets.list(),
      prompts: prompts.list(),
      pipelines: pipelines.list(),
      library: [...shelves.library.entries],
      tools: tools.state(),
      conversations: await conversations.list(),
      tabs: preferences.tabs,
      spend: await spend(),
      notices: [...preferences.notices],
      runChanges: 0,
      vault: keys.state,
    }
  }

  async function spend(): Promise<Spend> {
    return {
      todayMicros: ledger.todayMicros,
      monthMicros: ledger.monthMicros,
      mostRunThisWeekMicros: await store.journal.dearestRunSince(periodStarts(clock.now()).week),
      reservedMicros: ledger.reservedMicros,
    }
  }

  function spendChanged(): void {
    spend().then((changed) => publish({ type: 'spend-changed', spend: changed }), fault)
  }

  /** A key more or less is a tool more or less. */
  function catalogueChanged(event: AppEventBody): void {
    publish(event)
    if (event.type === 'providers-changed') toolsReady?.announce()
  }

  function breakerChanged(id: ProviderId): void {
    const { state, failures, retryAt } = breakers.health(id)
    board.breaker({ provider: id, breaker: state, failures, until: retryAt })
  }

  async function agentOf(name: string) {
    await shelves.library.load()
    return shelves.library.agent(name)
  }

  function runChanged(view: RunView): void {
    publish({ type: 'run-changed', id: view.id })
    metrics.runChanged()
    if (view.state !== 'running') runEnded(view)
    const told = view.state === 'running' ? conversationChanged(view) : conversations.runEnded(view)
    told.catch(fault)
  }

  function runEnded(view: RunView): void {
    const { id, state, strategy, costMicros, startedAt, endedAt, error } = view
    const took = endedAt === null ? null : endedAt - startedAt
    log.info('A run ended.', { run: id, state, strategy, micros: costMicros, ms: took, error: error?.code ?? null })
    traces.runEnded(id)
    learning.runEnded(view).catch(fault)
  }

  async function diagnostics() {
    const text = diagnosticsText({
      snapshot: await snapshot(),
      log: log.recent(),
      secrets: keys.secrets(),
      running: runner.liveViews().length,
    })
    return { text, logFile: log.path }
  }

  async function conversationChanged({ conversationId }: RunView): Promise<void> {
    if (conversationId !== null) await conversations.changed(conversationId)
  }

  function fault(thrown: unknown): void {
    const error = TuttiError.from(thrown)
    const { code } = error
    log.warn(error.message, { code })
    if (code !== 'core-gone' && code !== 'cancelled')
      preferences.notify({ id: `fault-${code}`, level: 'bad', ...told({ text: wordsOf(error) }) })
  }
}

/** The parser of expressions is large; nobody needs it before the first pipeline. */
async function expressionReader() {
  return (await import('./sandbox/read-expression.ts')).readExpression
}
