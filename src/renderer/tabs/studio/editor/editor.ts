import { createStore, type StoreApi } from 'zustand/vanilla'
import { Pipeline, type PipelineCheck } from '../../../../shared/pipeline.ts'
import { reconnectDelay } from '../../../state/back-off.ts'
import { isRefused } from '../../../state/call-error.ts'
import type { Client } from '../../../state/client.ts'
import { debounce, throttle } from '../../../state/throttle.ts'
import { wait } from '../../../state/wait.ts'
import type { TextProblem } from '../text/read-text.ts'
import { writeDraft } from './draft.ts'
import { type History, historyOf, record, redo, undo, type Version } from './history.ts'

const CHECK_MS = 80
const SAVE_MS = 400

export type EditorState = {
  readonly history: History
  /** What the core says of the pipeline as it was a moment ago. */
  readonly check: PipelineCheck | null
  /** Where the text that is being written does not hold; the pipeline is then the last one that did. */
  readonly textProblem: TextProblem | null
  readonly selected: string | null
  readonly saved: 'saved' | 'waiting' | 'failed'
  /** Epoch ms; null before the first save. */
  readonly savedAt: number | null
  /** What was done last, for those who hear the page. */
  readonly said: string
}

/** A pipeline that is shown: what holds of it, and which of its stages is selected. */
export type Shown = {
  readonly store: StoreApi<EditorState>
  readonly select: (id: string | null) => void
}

/** One pipeline while it is edited: its versions, what holds of it, and its way to the core. */
export type Editor = Shown & {
  /** `of` joins changes of one field to one step of undo. */
  readonly change: (pipeline: Pipeline, of?: string) => void
  /** The text as it is typed, with the pipeline that it says; null where it says none. */
  readonly type: (text: string, read: Pipeline | null, problem: TextProblem | null) => void
  /** Shows the text as it is written from the pipeline again, where it says the same. */
  readonly settleText: () => void
  readonly say: (text: string) => void
  readonly undo: () => void
  readonly redo: () => void
  /** What another page has saved. */
  readonly take: (pipeline: Pipeline) => void
  readonly flush: () => void
  readonly close: () => void
}

type EditorParts = {
  readonly client: Client
  readonly pipeline: Pipeline
  /** What was not saved when the page went away. */
  readonly draft: Version | null
  /** Keeps a draft until what it holds is saved; '' for none. */
  readonly keep: (draft: string) => void
  readonly now: () => number
}

/** A pipeline that can be looked at and not changed. */
export function createViewer(pipeline: Pipeline, check: PipelineCheck): Shown {
  const store = createStore<EditorState>(() => ({ ...opened(pipeline), check }))
  return { store, select: (selected) => store.setState({ selected }) }
}

export function createEditor({ client, pipeline, draft, keep, now }: EditorParts): Editor {
  const stop = new AbortController()
  const store = createStore<EditorState>(() => opened(pipeline))
  const current = () => store.getState().history.now

  const checks = throttle(() => void check(), CHECK_MS)
  const check = async () => {
    const asked = current().pipeline
    try {
      const found = await client.pipelines.check(asked, { signal: stop.signal })
      if (!stop.signal.aborted) store.setState({ check: found })
    } catch {
      // The next change asks again; until then the last answer stands.
    }
  }

  const saves = debounce(() => void save(), SAVE_MS)
  let failures = 0
  const save = async () => {
    const version = current()
    try {
      await client.pipelines.save(version.pipeline)
      failures = 0
      if (stop.signal.aborted || current() !== version) return
      store.setState({ saved: 'saved', savedAt: now() })
      keep(version.text === null || store.getState().textProblem === null ? '' : writeDraft(version))
    } catch (thrown) {
      store.setState({ saved: 'failed' })
      if (isRefused(thrown)) return
      failures += 1
      await wait(reconnectDelay(failures), stop.signal).then(saves.request, () => {})
    }
  }

  const show = (history: History, textProblem: TextProblem | null) => {
    const before = store.getState()
    if (history === before.history) {
      store.setState({ textProblem })
      return
    }
    const selected = history.now.pipeline.stages.some(({ id }) => id === before.selected) ? before.selected : null
    const changed = history.now.pipeline !== before.history.now.pipeline
    store.setState({ history, textProblem, selected, saved: 'waiting' })
    keep(writeDraft(history.now))
    if (changed) checks.request()
    saves.request()
  }

  const editor: Editor = {
    store,
    change: (next, of) => show(record(store.getState().history, { pipeline: next, text: null }, of ?? null, now()), null),
    type: (text, read, problem) => {
      const version = { pipeline: read ?? current().pipeline, text }
      show(record(store.getState().history, version, 'text', now()), problem)
    },
    settleText: () => {
      const { history, textProblem } = store.getState()
      if (textProblem === null && history.now.text !== null)
        store.setState({ history: { ...history, now: { ...history.now, text: null } } })
    },
    select: (selected) => store.setState({ selected }),
    say: (said) => store.setState({ said }),
    undo: () => show(undo(store.getState().history), null),
    redo: () => show(redo(store.getState().history), null),
    take: (other) => {
      const { saved, history } = store.getState()
      if (saved !== 'saved' || written(other) === written(history.now.pipeline)) return
      store.setState({ history: record(history, { pipeline: other, text: null }, null, now()), textProblem: null })
      checks.request()
    },
    flush: saves.flush,
    close: () => {
      saves.flush()
      checks.stop()
      stop.abort(new Error('The pipeline was closed.'))
    },
  }
  checks.request()
  if (draft !== null) show(record(store.getState().history, draft, null, now()), null)
  return editor
}

function opened(pipeline: Pipeline): EditorState {
  return {
    history: historyOf({ pipeline, text: null }),
    check: null,
    textProblem: null,
    selected: null,
    saved: 'saved',
    savedAt: null,
    said: '',
  }
}

/** Fields in the schema's order, so that equal pipelines are equal texts. */
function written(pipeline: Pipeline): string {
  return JSON.stringify(Pipeline.parse(pipeline))
}
