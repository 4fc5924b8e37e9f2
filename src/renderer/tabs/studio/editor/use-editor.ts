import { createContext, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import { TuttiError } from '../../../../shared/errors.ts'
import type { PipelineId } from '../../../../shared/ids.ts'
import { callError } from '../../../state/call-error.ts'
import { useApp, useSession } from '../../../state/use-session.ts'
import type { Editor, EditorState, Shown } from './editor.ts'
import { heldEditor, openEditor } from './editors.ts'

export const EditorContext = createContext<Editor | null>(null)
/** What is shown and cannot be changed; an editor wins over it. */
export const ShownContext = createContext<Shown | null>(null)

/** The editor around a component. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new TuttiError('internal', 'A component was used outside of an editor.')
  return editor
}

/** The pipeline around a component, whether it can be changed or not. */
export function useShown(): Shown {
  const editor = useContext(EditorContext)
  const shown = useContext(ShownContext)
  const found = editor ?? shown
  if (!found) throw new TuttiError('internal', 'A component was used where no pipeline is shown.')
  return found
}

export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useShown().store, select)
}

/** Opens a pipeline in a tab. What another page saves of it is shown here as well, unless there are changes here. */
export function useOpenEditor(tabId: string, id: PipelineId): { readonly editor: Editor | null; readonly error: TuttiError | null } {
  const session = useSession()
  const { client } = session
  const [editor, setEditor] = useState(() => heldEditor(session, tabId, id))
  const [error, setError] = useState<TuttiError | null>(null)
  const listed = useApp((app) => app.pipelines)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever pipelines have changed.
  useEffect(() => {
    const stop = new AbortController()
    client.pipelines.get({ id }, { signal: stop.signal }).then(
      (pipeline) => {
        if (stop.signal.aborted) return
        const held = heldEditor(session, tabId, id)
        held?.take(pipeline)
        setEditor(held ?? openEditor(session, tabId, pipeline))
        setError(null)
      },
      (thrown: unknown) => !stop.signal.aborted && setError(callError(thrown)),
    )
    return () => stop.abort()
  }, [session, client, tabId, id, listed])
  return { editor, error }
}
