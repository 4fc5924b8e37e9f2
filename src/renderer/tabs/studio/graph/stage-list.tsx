import { classNames } from '../../../components/class-names.ts'
import { StepIcon } from '../../orchestration/steps/step-icon.tsx'
import { useEditorState, useShown } from '../editor/use-editor.ts'
import { useEditsIfAny } from '../editor/use-edits.ts'
import type { Live } from '../run/live-stages.ts'
import { AddStageMenu } from '../stages/add-stage-menu.tsx'
import { STAGE_ICONS } from '../stages/stage-kind.ts'
import { w } from '../words.ts'
import { useDrawnStages } from './use-drawn-stages.ts'
import { useGraphKeys } from './use-graph-keys.ts'

type StageListProps = { readonly live: ReadonlyMap<string, Live>; readonly hidden: boolean; readonly onEdit: () => void }

/** The graph in words: each stage with what it waits for. Shown where there is no room for the graph; `hidden`: for those who hear it. */
export function StageList({ live, hidden, onEdit }: StageListProps) {
  const shown = useShown()
  const edits = useEditsIfAny()
  const selected = useEditorState((state) => state.selected)
  const drawn = useDrawnStages(live)
  const places = new Map(drawn.map(({ stage }, index) => [stage.id, { x: 0, y: index }]))
  const keys = useGraphKeys({
    places,
    movable: false,
    nameOf: (id) => drawn.find(({ stage }) => stage.id === id)?.name ?? id,
    edits,
    onEdit,
  })
  if (hidden) {
    return (
      <ol aria-label={w.graph.list} className="sr-only">
        {drawn.map(({ stage, sentence }) => (
          <li key={stage.id}>{sentence}</li>
        ))}
      </ol>
    )
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-2.5">
      {edits !== null && <AddStageMenu />}
      <ol aria-label={w.graph.list} onKeyDown={keys.onKeyDown} className="mt-1.5">
        {drawn.map(({ stage, name, note, sentence, problems, live: own }) => {
          const Icon = STAGE_ICONS[stage.processor.type]
          return (
            <li key={stage.id}>
              <button
                type="button"
                data-stage={stage.id}
                aria-pressed={stage.id === selected}
                onClick={() => {
                  shown.select(stage.id)
                  onEdit()
                }}
                className={classNames(
                  'grid min-h-11 w-full cursor-default grid-cols-[1rem_minmax(0,1fr)_1rem] items-center gap-x-2.5 rounded-control px-2 py-1 text-left hover:bg-hover',
                  stage.id === selected && 'bg-accent-soft',
                  keys.from === stage.id && 'outline-2 outline-accent',
                )}
              >
                <Icon size={16} aria-hidden className="text-ink-2" />
                <span aria-hidden className="grid">
                  <b className="truncate font-semibold">{name}</b>
                  <span className={classNames('truncate text-12', problems.length > 0 ? 'text-bad' : 'text-ink-2')}>
                    {problems[0] ?? own?.words ?? note}
                  </span>
                </span>
                {own && <StepIcon state={own.state} />}
                <span className="sr-only">{sentence}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
