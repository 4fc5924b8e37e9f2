import type { AppEventBody } from '../../shared/app-state.ts'
import type { Message } from '../../shared/conversation.ts'
import type { RunId } from '../../shared/ids.ts'
import type { Ledger } from '../kernel/budget.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Runner } from '../kernel/runner.ts'
import { askForDraft } from '../library/ask-for-draft.ts'
import { Drafting } from '../library/drafting.ts'
import { Imports } from '../library/imports.ts'
import { Library, type LibraryParts } from '../library/library.ts'
import { shippedFolder } from '../library/shipped-folder.ts'
import type { Pipelines } from '../pipelines/pipelines.ts'
import type { Store } from '../store/open-store.ts'
import type { Tools } from '../tools/tools.ts'
import type { Catalogue } from './open-catalogue.ts'

export interface LibraryWiring {
  readonly home: string
  readonly store: Store
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly pipelines: Pipelines
  readonly runner: Runner
  readonly ledger: Ledger
  readonly tools: Tools
  readonly onMessage: (message: Message) => Promise<void>
  readonly publish: (event: AppEventBody) => void
  readonly onFault: (thrown: unknown) => void
}

/** The library with its imports, its drafts and how its commands are run. Its files are read by the first who asks. */
export function openLibrary({
  home,
  store,
  catalogue,
  clock,
  pipelines,
  runner,
  ledger,
  tools,
  onMessage,
  publish,
  onFault,
}: LibraryWiring) {
  const { book, presets, preferences } = catalogue
  const check: LibraryParts['check'] = (pipeline) => pipelines.check(pipeline)
  const library = new Library({
    home,
    shipped: shippedFolder('library'),
    tools: () => tools.state().tools.flatMap(({ name, permission, needs }) => (permission === 'never' || needs !== null ? [] : [name])),
    models: () => book.all(),
    check,
    onChange: (entries) => publish({ type: 'library-changed', library: [...entries] }),
    onFault,
  })
  const isCommand = async (id: RunId) => (await runner.view(id)).strategy === null
  const members = () => presets.get(preferences.settings.defaultPreset).asked.map(({ model }) => model)
  return {
    library,
    imports: new Imports(library, clock),
    drafting: new Drafting({ library, check, ask: askForDraft({ pipelines, runner, members, models: () => book.all() }) }),
    running: {
      library,
      pipelines,
      conversations: store.conversations,
      clock,
      onMessage,
      isCommand,
      costing: { ledger, settings: () => preferences.settings },
    },
  }
}
