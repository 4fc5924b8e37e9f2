import '@xyflow/react/dist/base.css'
import './graph.css'
import { Position, ReactFlow } from '@xyflow/react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { m } from '../../../app/messages.ts'
import { criticalPath } from '../steps/critical-path.ts'
import type { Step } from '../steps/step.ts'
import { stepWords } from '../steps/step-words.ts'
import { useRunPlace } from '../use-run-place.ts'
import { edgeId, layoutOf, STEP_HEIGHT, STEP_WIDTH } from './layout.ts'
import { nextStep } from './next-step.ts'
import { roundedLine } from './rounded-line.ts'
import { StepEdge, type StepFlowEdge } from './step-edge.tsx'
import { StepList } from './step-list.tsx'
import { type StepFlowNode, StepNode } from './step-node.tsx'
import { useFirstView } from './use-first-view.ts'
import { useTextScale } from './use-text-scale.ts'

/** Beyond this a picture says nothing any more, and its layout takes seconds. */
export const MOST_STEPS = 400

const MOST_HEIGHT = 448

const NODE_TYPES = { step: StepNode }
const EDGE_TYPES = { step: StepEdge }

type RunGraphProps = { readonly steps: readonly Step[]; readonly now: number }

/** The steps of a run as a graph from left to right, live; arrow keys move between steps, and a list says the same in words. */
export default function RunGraph({ steps, now }: RunGraphProps) {
  const { openView } = useRunPlace()
  const scale = useTextScale()
  const drawn = steps.length <= MOST_STEPS
  const shape = drawn ? JSON.stringify(steps.map(({ id, dependsOn }) => ({ id, dependsOn }))) : '[]'
  // biome-ignore lint/correctness/useExhaustiveDependencies: places depend on ids and links alone, not on states and times.
  const places = useMemo(() => (drawn ? layoutOf(steps) : null), [shape])
  const critical = criticalPath(steps, now)
  const chain = [...critical].reverse()
  const links = new Set(chain.slice(1).map((id, index) => edgeId(chain[index] ?? '', id)))
  const [focused, setFocused] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const current = steps.find((step) => step.state === 'running' || step.state === 'you')
  const place = current && places?.places.get(current.id)
  useFirstView(frame, place ? { x: place.x * scale, y: place.y * scale } : null)
  if (places === null) {
    return <p className="text-ink-2">{m.runs.tooLarge(steps.length)}</p>
  }
  const tabbable = steps.some((step) => step.id === focused) ? focused : (steps[0]?.id ?? null)
  const names = new Map(steps.map((step) => [step.id, step.label]))
  const onOpen = (step: Step) => openView(step.speaker === null ? 'decisions' : 'effects')
  const nodes = steps.map((step): StepFlowNode => {
    const { x, y } = places.places.get(step.id) ?? { x: 0, y: 0 }
    const size = { width: STEP_WIDTH * scale, height: STEP_HEIGHT * scale }
    const words = step.state === 'done' && step.note !== '' && step.number === null ? step.note : stepWords(step, now)
    return {
      id: step.id,
      type: 'step',
      position: { x: x * scale, y: y * scale },
      ...size,
      measured: size,
      handles: [
        { type: 'target', position: Position.Left, x: 0, y: size.height / 2, width: 1, height: 1 },
        { type: 'source', position: Position.Right, x: size.width, y: size.height / 2, width: 1, height: 1 },
      ],
      data: { step, words, name: sentence(step, words), tabbable: step.id === tabbable, onOpen },
    }
  })
  const edges = steps.flatMap((step) =>
    step.dependsOn
      .filter((id) => names.has(id))
      .map((id): StepFlowEdge => {
        const line = (places.lines.get(edgeId(id, step.id)) ?? []).map(({ x, y }) => ({ x: x * scale, y: y * scale }))
        const open = step.startedAt === null && step.endedAt === null
        return {
          id: edgeId(id, step.id),
          type: 'step',
          source: id,
          target: step.id,
          data: { path: roundedLine(line), critical: links.has(edgeId(id, step.id)), open },
        }
      }),
  )
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are steps that arrows move between. */}
      <div
        ref={frame}
        role="group"
        aria-label={m.runs.graphLabel}
        className="run-graph"
        style={{ maxHeight: MOST_HEIGHT * scale }}
        onFocus={(event) => setFocused(event.target.closest<HTMLElement>('[data-step]')?.dataset.step ?? null)}
        onKeyDown={move}
      >
        <div style={{ width: places.width * scale, height: places.height * scale }}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            minZoom={1}
            maxZoom={1}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            panOnDrag={false}
            zoomOnScroll={false}
            zoomOnPinch={false}
            zoomOnDoubleClick={false}
            preventScrolling={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            proOptions={{ hideAttribution: true }}
          />
        </div>
      </div>
      <StepList steps={steps} critical={critical} sentence={(step) => sentence(step, stepWords(step, now))} />
    </>
  )

  function move(event: KeyboardEvent<HTMLElement>): void {
    const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step]')?.dataset.step : undefined
    const to = from === undefined || !places ? null : nextStep(places.places, from, event.key)
    if (to === null) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>(`[data-step="${CSS.escape(to)}"]`)?.focus()
  }

  function sentence(step: Step, words: string): string {
    const state = m.runs.step[step.state]
    const parts = [step.label, state.toLowerCase(), words === state ? '' : words, step.note === words ? '' : step.note]
    return parts.filter((part) => part !== '').join(', ')
  }
}
