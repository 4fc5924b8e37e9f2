import type { PipelineId } from '../../../../shared/ids.ts'
import type { Pipeline } from '../../../../shared/pipeline.ts'
import type { Session } from '../../../state/session.ts'
import { readDraft } from './draft.ts'
import { createEditor, type Editor } from './editor.ts'

type Held = { readonly id: PipelineId; readonly editor: Editor }

/** By session and tab: an editor outlives its page, so that undo is there when the tab is shown again. */
const EDITORS = new WeakMap<Session, Map<string, Held>>()

/** The editor of a tab, if it holds this pipeline. */
export function heldEditor(session: Session, tabId: string, id: PipelineId): Editor | null {
  const held = EDITORS.get(session)?.get(tabId)
  return held?.id === id ? held.editor : null
}

/** Opens a pipeline in a tab, with what the tab holds of it unsaved; what the tab held before is saved and let go. */
export function openEditor(session: Session, tabId: string, pipeline: Pipeline): Editor {
  const editors = editorsOf(session)
  const open = new Set(session.tabs.store.getState().open.map((tab) => tab.id))
  for (const [id, held] of editors) {
    if (id !== tabId && open.has(id)) continue
    held.editor.close()
    editors.delete(id)
  }
  const tab = session.tabs.store.getState().open.find(({ id }) => id === tabId)
  const editor = createEditor({
    client: session.client,
    pipeline,
    draft: readDraft(tab?.draft ?? '', pipeline.id),
    keep: (draft) => session.tabs.change(tabId, { draft }),
    now: Date.now,
  })
  editors.set(tabId, { id: pipeline.id, editor })
  return editor
}

function editorsOf(session: Session): Map<string, Held> {
  const known = EDITORS.get(session)
  if (known) return known
  const editors = new Map<string, Held>()
  EDITORS.set(session, editors)
  window.addEventListener('pagehide', () => {
    for (const { editor } of editors.values()) editor.flush()
  })
  return editors
}
