import { implement } from '@orpc/server'
import { contract } from '../../shared/contract.ts'
import type { Chat } from '../conversations/chat.ts'
import type { Conversations } from '../conversations/conversations.ts'
import type { Runner } from '../kernel/runner.ts'
import type { Runs } from '../runs/runs.ts'
import type { Attachments } from '../settings/attachments.ts'
import type { Models } from '../settings/models.ts'
import type { Preferences } from '../settings/preferences.ts'
import type { Presets } from '../settings/presets.ts'
import type { Providers } from '../settings/providers.ts'
import type { AppHub } from './app-hub.ts'
import { tuttiErrors } from './errors.ts'
import { watchRun } from './watch-run.ts'

/** The parts of the core that interfaces may reach. */
export interface Core {
  readonly hub: AppHub
  readonly conversations: Conversations
  readonly chat: Chat
  readonly runner: Runner
  readonly runs: Runs
  readonly providers: Providers
  readonly models: Models
  readonly presets: Presets
  readonly preferences: Preferences
  readonly attachments: Attachments
}

/** One line a procedure: input is parsed by the contract, failures take their one form in `tuttiErrors`. */
export function createRouter(core: Core) {
  const { hub, conversations, chat, runner, runs, providers, models, presets, preferences, attachments } = core
  const os = implement(contract).use(tuttiErrors)
  return os.router({
    app: {
      snapshot: os.app.snapshot.handler(() => hub.snapshot()),
      watch: os.app.watch.handler(({ input, signal }) => hub.watch(input.after, signal)),
      dismissNotice: os.app.dismissNotice.handler(({ input }) => preferences.dismissNotice(input.id)),
      saveTabs: os.app.saveTabs.handler(({ input }) => preferences.saveTabs(input)),
    },
    conversations: {
      create: os.conversations.create.handler(({ input }) => conversations.create(input.title)),
      open: os.conversations.open.handler(({ input }) => conversations.open(input.id)),
      search: os.conversations.search.handler(({ input }) => conversations.search(input.query)),
      update: os.conversations.update.handler(({ input: { id, ...change } }) => conversations.update(id, change)),
      remove: os.conversations.remove.handler(({ input }) => conversations.remove(input.id)),
      restore: os.conversations.restore.handler(({ input }) => conversations.restore(input.id)),
    },
    chat: {
      estimate: os.chat.estimate.handler(({ input }) => chat.estimate(input)),
      send: os.chat.send.handler(({ input }) => chat.send(input)),
      askAgain: os.chat.askAgain.handler(({ input }) => chat.askAgain(input)),
      retryMember: os.chat.retryMember.handler(({ input }) => chat.retryMember(input)),
      chooseMain: os.chat.chooseMain.handler(({ input }) => chat.chooseMain(input)),
    },
    runs: {
      get: os.runs.get.handler(({ input }) => runner.view(input.id)),
      watch: os.runs.watch.handler(({ input, signal }) => watchRun(runner, input.id, input.after, signal)),
      stop: os.runs.stop.handler(({ input }) => runner.stop(input.id)),
      list: os.runs.list.handler(({ input }) => runs.list(input)),
      inspect: os.runs.inspect.handler(({ input }) => runs.inspect(input.id)),
      pause: os.runs.pause.handler(({ input }) => runs.pause(input.id)),
      unpause: os.runs.unpause.handler(({ input }) => runs.unpause(input.id)),
      answer: os.runs.answer.handler(({ input }) => runs.answer(input.id, input.path, input.value)),
      fork: os.runs.fork.handler(({ input }) => runs.fork(input.id, input.before)),
      stopMember: os.runs.stopMember.handler(({ input }) => runner.live(input.id)?.stopSpeaker(input.speaker)),
    },
    providers: {
      save: os.providers.save.handler(({ input }) => providers.save(input)),
      setKey: os.providers.setKey.handler(({ input, signal }) => providers.setKey(input.id, input.key, signal)),
      removeKey: os.providers.removeKey.handler(({ input }) => providers.removeKey(input.id)),
      test: os.providers.test.handler(({ input, signal }) => providers.test(input.id, signal)),
      remove: os.providers.remove.handler(({ input }) => providers.remove(input.id)),
    },
    models: {
      setEnabled: os.models.setEnabled.handler(({ input }) => models.setEnabled(input.refs, input.enabled)),
      add: os.models.add.handler(({ input }) => models.add(input.ref)),
      setPrice: os.models.setPrice.handler(({ input }) => models.setPrice(input.ref, input.price)),
    },
    presets: {
      save: os.presets.save.handler(({ input }) => presets.save(input)),
      remove: os.presets.remove.handler(({ input }) => presets.remove(input.id)),
    },
    settings: { update: os.settings.update.handler(({ input }) => preferences.update(input)) },
    attachments: {
      add: os.attachments.add.handler(({ input }) => attachments.add(input)),
      get: os.attachments.get.handler(({ input }) => attachments.get(input.id)),
    },
  })
}

export type AppRouter = ReturnType<typeof createRouter>
