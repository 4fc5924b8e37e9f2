import { ArrowLeft, Ellipsis, PanelRight, Play, Redo2, Undo2 } from 'lucide-react'
import { formatClock, formatDuration, formatEstimate } from '../../../../shared/format.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { Segment } from '../../../components/segment.tsx'
import { Select } from '../../../components/select.tsx'
import { NARROW, useMedia } from '../../../state/use-media.ts'
import { usePipelineActions } from '../list/use-pipeline-actions.ts'
import { usePipelineEstimate } from '../run/use-pipeline-estimate.ts'
import { useStudioPlace } from '../use-studio-place.ts'
import { w } from '../words.ts'
import { NameField } from './name-field.tsx'
import { useEditor, useEditorState } from './use-editor.ts'
import { useEdits } from './use-edits.ts'
import type { Side, WorkbenchView } from './workbench.tsx'

const t = w.bar

type EditorBarProps = {
  readonly view: WorkbenchView
  readonly side: Side
  readonly onView: (view: WorkbenchView) => void
  readonly onSide: (side: Side) => void
}

/** What is open, whether it is saved, undo and redo, how it is shown, what a run costs, and the run. */
export function EditorBar({ view, side, onView, onSide }: EditorBarProps) {
  const editor = useEditor()
  const edits = useEdits()
  const { openList } = useStudioPlace()
  const actions = usePipelineActions()
  const narrow = useMedia(NARROW)
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const canUndo = useEditorState(({ history }) => history.past.length > 0)
  const canRedo = useEditorState(({ history }) => history.future.length > 0)
  const check = useEditorState((state) => state.check)
  const count = check?.problems.filter(({ level }) => level === 'error').length ?? 0
  const cost = usePipelineEstimate(pipeline)
  const views = [
    { value: 'graph', label: narrow ? t.views.list : t.views.graph },
    { value: 'both', label: t.views.both },
    { value: 'text', label: t.views.text },
  ] as const
  return (
    <header className="flex min-h-12 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1.5 pr-4 pl-3">
      <IconButton label={w.list.back} onClick={openList}>
        <ArrowLeft size={16} aria-hidden />
      </IconButton>
      <NameField />
      <SavedNote />
      <IconButton label={t.undo} disabled={!canUndo} onClick={editor.undo}>
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton label={t.redo} disabled={!canRedo} onClick={editor.redo}>
        <Redo2 size={16} aria-hidden />
      </IconButton>
      <Menu
        label={w.actions.menu}
        trigger={
          <IconButton label={w.actions.menu}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            id: 'do',
            entries: [
              { id: 'arrange', label: w.actions.arrange, onSelect: edits.arrange },
              { id: 'duplicate', label: w.actions.duplicate, onSelect: () => void actions.copy(pipeline.id) },
            ],
          },
          {
            id: 'file',
            entries: [
              { id: 'yaml', label: w.actions.exportYaml, onSelect: () => void actions.exportFile(pipeline, 'yaml') },
              { id: 'json', label: w.actions.exportJson, onSelect: () => void actions.exportFile(pipeline, 'json') },
            ],
          },
          {
            id: 'remove',
            entries: [{ id: 'remove', label: w.actions.remove, danger: true, onSelect: () => void actions.remove(pipeline.id) }],
          },
        ]}
      />
      <span className="ml-auto" />
      {narrow ? (
        <Select label={t.view} value={view} options={views} onChange={onView} />
      ) : (
        <Segment label={t.view} value={view} options={views} onChange={onView} />
      )}
      <span className="figures mx-1 text-12 text-ink-2 max-narrow:hidden">
        {cost === undefined ? '' : cost === null ? t.unknownCost : cost === 0 ? t.free : t.cost(formatEstimate(cost, true))}
        {check !== null && check.expectedMs > 0 && `, ${t.time(formatDuration(check.expectedMs))}`}
      </span>
      {count > 0 && <span className="text-12 text-bad">{t.problems(count)}</span>}
      <Button look="main" disabled={count > 0} title={count > 0 ? t.solveFirst(count) : undefined} onClick={() => onSide('run')}>
        <Play size={14} aria-hidden />
        {t.run}
      </Button>
      <IconButton label={w.inspect.panel} aria-pressed={side !== null} onClick={() => onSide(side === null ? 'inspect' : null)}>
        <PanelRight size={16} aria-hidden />
      </IconButton>
    </header>
  )
}

function SavedNote() {
  const saved = useEditorState((state) => state.saved)
  const savedAt = useEditorState((state) => state.savedAt)
  const text = { waiting: t.saving, failed: t.notSaved, saved: savedAt === null ? t.savedPlain : t.saved(formatClock(savedAt)) }[saved]
  return <span className={saved === 'failed' ? 'mr-2 text-12 text-bad' : 'figures mr-2 text-12 text-ink-3 max-narrow:hidden'}>{text}</span>
}
