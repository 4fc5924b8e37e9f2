import { useContext, useMemo } from 'react'
import type { Stage } from '../../../../shared/pipeline.ts'
import type { Session } from '../../../state/session.ts'
import { useSession } from '../../../state/use-session.ts'
import { changeStage, duplicateStage, placeStages, removeStage, renameStage } from '../edit/change-stage.ts'
import { connectStages, disconnectStages } from '../edit/connect-stages.ts'
import { addStage } from '../edit/new-stage.ts'
import type { StageType } from '../stages/stage-kind.ts'
import { stageName } from '../stages/stage-name.ts'
import { w } from '../words.ts'
import type { Editor } from './editor.ts'
import { EditorContext, useEditor } from './use-editor.ts'

type Place = { readonly x: number; readonly y: number }

export type Edits = ReturnType<typeof editsOf>

/** What can be done to the stages of the pipeline that is open; each is one step of undo, and is said. */
export function useEdits(): Edits {
  const editor = useEditor()
  const session = useSession()
  return useMemo(() => editsOf(editor, session), [editor, session])
}

/** The same; null where the pipeline is shown and cannot be changed. */
export function useEditsIfAny(): Edits | null {
  const editor = useContext(EditorContext)
  const session = useSession()
  return useMemo(() => (editor === null ? null : editsOf(editor, session)), [editor, session])
}

function editsOf(editor: Editor, { app, toasts }: Pick<Session, 'app' | 'toasts'>) {
  const current = () => editor.store.getState().history.now.pipeline
  const named = (id: string) => stageName(current().stages.find((stage) => stage.id === id) ?? { id })
  return {
    say: editor.say,
    /** At a place where one was chosen; else behind the stage that is selected, whose value it reads. */
    add: (type: StageType, at?: Place, places?: ReadonlyMap<string, Place>) => {
      const pipeline = places === undefined ? current() : placeStages(current(), places)
      const { selected } = editor.store.getState()
      const others = app.getState().snapshot?.pipelines ?? []
      const added = addStage(pipeline, {
        type,
        after: at === undefined ? selected : null,
        ...(at === undefined ? {} : { at }),
        tool: 'calculator',
        pipeline: others.find(({ id }) => id !== pipeline.id)?.id ?? pipeline.id,
        question: w.palette.question,
      })
      editor.change(added.pipeline)
      editor.select(added.id)
    },
    change: (id: string, change: (stage: Stage) => Stage, of?: string) =>
      editor.change(changeStage(current(), id, change), of === undefined ? undefined : `${id} ${of}`),
    move: (id: string, at: Place, places: ReadonlyMap<string, Place>) => {
      editor.change(placeStages(current(), new Map([...places, [id, at]])), `${id} place`)
      editor.say(w.graph.moved(named(id)))
    },
    rename: (id: string, to: string) => {
      editor.change(renameStage(current(), id, to))
      editor.select(to)
    },
    remove: (id: string) => {
      const name = named(id)
      editor.change(removeStage(current(), id))
      editor.say(w.graph.removed(name))
    },
    duplicate: (id: string) => {
      const copied = duplicateStage(current(), id)
      editor.change(copied.pipeline)
      editor.select(copied.id)
    },
    connect: (from: string, to: string) => {
      editor.change(connectStages(current(), from, to))
      editor.say(w.graph.connected(named(from), named(to)))
    },
    disconnect: (from: string, to: string) => {
      const waitsFor = editor.store.getState().check?.links[to] ?? []
      const { pipeline, stillReads } = disconnectStages(current(), from, to, waitsFor)
      editor.change(pipeline)
      if (stillReads) toasts.say(w.graph.stillReads(from, named(to)))
      else editor.say(w.graph.disconnected(named(from), named(to)))
    },
    /** Each stage stands where the layout puts it. */
    arrange: () => {
      const pipeline = current()
      editor.change({ ...pipeline, stages: pipeline.stages.map((stage) => ({ ...stage, at: undefined })) })
    },
  }
}
