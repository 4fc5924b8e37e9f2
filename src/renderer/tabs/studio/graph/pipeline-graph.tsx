import '@xyflow/react/dist/base.css'
import './studio-graph.css'
import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { type DragEvent, useId, useMemo, useRef, useState } from 'react'
import { edgeId } from '../../orchestration/graph/layout.ts'
import { roundedLine } from '../../orchestration/graph/rounded-line.ts'
import { useTextScale } from '../../orchestration/graph/use-text-scale.ts'
import { useEditorState, useShown } from '../editor/use-editor.ts'
import { useEditsIfAny } from '../editor/use-edits.ts'
import type { Live } from '../run/live-stages.ts'
import { stageTypeOf } from '../stages/stage-kind.ts'
import { w } from '../words.ts'
import { directLinks } from './direct-links.ts'
import { linksOf } from './links-of.ts'
import { type Place, pictureOf, placesOf, STAGE_HEIGHT, STAGE_WIDTH } from './places.ts'
import { StageEdge, type StageFlowEdge } from './stage-edge.tsx'
import { type StageFlowNode, StageNode } from './stage-node.tsx'
import { useDrawnStages } from './use-drawn-stages.ts'
import { useGraphKeys } from './use-graph-keys.ts'
import { FIT, useKeptInView } from './use-kept-in-view.ts'
import { ZoomBar } from './zoom-bar.tsx'

const NODE_TYPES = { stage: StageNode }
const EDGE_TYPES = { stage: StageEdge }

type PipelineGraphProps = { readonly live: ReadonlyMap<string, Live>; readonly onEdit: () => void }

/**
 * The pipeline as a graph that is built by mouse or by keys: stages are placed, linked, selected; what is dragged from the palette lands
 * here. One that cannot be changed is walked through and looked at.
 */
export default function PipelineGraph(props: PipelineGraphProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ live, onEdit }: PipelineGraphProps) {
  const shown = useShown()
  const edits = useEditsIfAny()
  const fixed = edits === null
  const flow = useReactFlow()
  const scale = useTextScale()
  const stages = useEditorState(({ history }) => history.now.pipeline.stages)
  const check = useEditorState((state) => state.check)
  const selected = useEditorState((state) => state.selected)
  const drawn = useDrawnStages(live)
  // Who waits for a step that waits for another waits for that as well; a picture that is looked at shows the direct links.
  const links = useMemo(() => (fixed ? directLinks(linksOf(stages, check)) : linksOf(stages, check)), [fixed, stages, check])
  const picture = useMemo(() => (fixed ? pictureOf(stages, links) : null), [fixed, stages, links])
  const places = useMemo(() => picture?.places ?? placesOf(stages, links), [picture, stages, links])
  const [dragged, setDragged] = useState<{ readonly id: string; readonly at: Place } | null>(null)
  const help = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [link, setLink] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const names = new Map(drawn.map(({ stage, name }) => [stage.id, name]))
  useKeptInView(frame, places, scale)
  const keys = useGraphKeys({ places, movable: true, nameOf: (id) => names.get(id) ?? id, edits, onEdit })
  const tabbable = [focused, selected].find((id) => id !== null && names.has(id)) ?? stages[0]?.id
  const critical = new Set(drawn.filter((each) => each.critical).map(({ stage }) => stage.id))

  const nodes = drawn.map(({ stage, name, note, sentence, problems, live: own, ...each }): StageFlowNode => {
    const { x, y } = dragged?.id === stage.id ? dragged.at : (places.get(stage.id) ?? { x: 0, y: 0 })
    return {
      id: stage.id,
      type: 'stage',
      position: { x: x * scale, y: y * scale },
      width: STAGE_WIDTH * scale,
      height: STAGE_HEIGHT * scale,
      selected: stage.id === selected,
      data: {
        type: stage.processor.type,
        name,
        note,
        sentence,
        problems: problems.length,
        condition: stage.condition ?? null,
        critical: each.critical,
        undoable: stage.compensation !== undefined,
        connecting: keys.from === stage.id,
        tabbable: stage.id === tabbable,
        live: own,
      },
    }
  })
  const edges = drawn.flatMap(({ stage, name, before }) =>
    before
      .filter((from) => links[stage.id]?.includes(from))
      .map((from): StageFlowEdge => {
        const id = edgeId(from, stage.id)
        const line = picture?.lines.get(id)?.map(({ x, y }) => ({ x: x * scale, y: y * scale }))
        return {
          id,
          type: 'stage',
          source: from,
          target: stage.id,
          selected: id === link,
          ariaLabel: w.graph.link(names.get(from) ?? from, name),
          data: {
            path: line === undefined ? null : roundedLine(line),
            conditional: stage.condition !== undefined,
            critical: critical.has(from) && critical.has(stage.id),
            names: [names.get(from) ?? from, name],
            onRemove: () => remove(from, stage.id),
          },
        }
      }),
  )

  function remove(from: string, to: string): void {
    setLink(null)
    edits?.disconnect(from, to)
  }
  function drop(event: DragEvent): void {
    const type = stageTypeOf(event.dataTransfer.getData('text/plain'))
    if (type === null || edits === null) return
    event.preventDefault()
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    edits.add(type, { x: at.x / scale - STAGE_WIDTH / 2, y: at.y / scale - STAGE_HEIGHT / 2 }, places)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are stages that arrows move between.
    <div
      ref={frame}
      role="group"
      aria-label={w.graph.label}
      aria-describedby={help}
      data-fixed={fixed || undefined}
      className="studio-graph relative min-h-0 min-w-0 flex-1 overflow-hidden"
      onFocus={(event) => setFocused(event.target.closest<HTMLElement>('[data-stage]')?.dataset.stage ?? null)}
      onKeyDown={(event) => {
        const ends = link?.split(' → ')
        if (ends?.[0] !== undefined && ends[1] !== undefined && (event.key === 'Delete' || event.key === 'Backspace'))
          remove(ends[0], ends[1])
        else keys.onKeyDown(event)
      }}
      onDragOver={(event) => fixed || event.preventDefault()}
      onDrop={drop}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        minZoom={0.2}
        maxZoom={2}
        fitView
        fitViewOptions={FIT}
        nodesDraggable={!fixed}
        nodesConnectable={!fixed}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        connectionRadius={28}
        onNodeClick={(_, { id }) => choose(id)}
        onNodeDragStart={(_, { id }) => choose(id)}
        onNodeDrag={(_, { id, position }) => setDragged({ id, at: { x: position.x / scale, y: position.y / scale } })}
        onNodeDragStop={(_, { id, position }) => {
          const moved = dragged !== null
          setDragged(null)
          if (moved) edits?.move(id, { x: position.x / scale, y: position.y / scale }, places)
        }}
        onEdgeClick={(_, { id }) => fixed || setLink(id)}
        onPaneClick={() => choose(null)}
        onConnect={({ source, target }) => edits?.connect(source, target)}
        proOptions={{ hideAttribution: true }}
      />
      {stages.length === 0 && !fixed && (
        <p className="pointer-events-none absolute inset-0 grid place-items-center p-6 text-center text-pretty text-ink-2">
          {w.graph.empty}
        </p>
      )}
      {keys.from !== null && (
        <p
          role="status"
          className="absolute top-3 left-1/2 -translate-x-1/2 rounded-control bg-accent-soft px-2.5 py-1 text-12 text-accent"
        >
          {w.graph.connecting(names.get(keys.from) ?? keys.from)}
        </p>
      )}
      <p id={help} className="sr-only">
        {fixed ? w.graph.keysFixed : w.graph.keys}
      </p>
      <ZoomBar />
    </div>
  )

  function choose(id: string | null): void {
    setLink(null)
    shown.select(id)
  }
}
