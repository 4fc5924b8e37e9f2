import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react'
import { X } from 'lucide-react'
import { classNames } from '../../../components/class-names.ts'
import { w } from '../words.ts'

export type StageFlowEdge = Edge<
  {
    /** As the layout has it; null: a curve between the two, wherever they are put. */
    readonly path: string | null
    /** Whether the stage that it leads to has a condition. */
    readonly conditional: boolean
    readonly critical: boolean
    readonly names: readonly [from: string, to: string]
    readonly onRemove: () => void
  },
  'stage'
>

/** A line from a stage to one that waits for it: dashed where that one has a condition. */
export function StageEdge({ data, selected, ...edge }: EdgeProps<StageFlowEdge>) {
  const [curve, x, y] = getBezierPath(edge)
  if (!data) return null
  const { conditional, critical, names, onRemove } = data
  return (
    <>
      <BaseEdge
        path={data.path ?? curve}
        interactionWidth={20}
        className={classNames(
          'studio-edge',
          conditional && 'studio-edge-open',
          critical && 'studio-edge-critical',
          selected && 'studio-edge-on',
        )}
      />
      <EdgeLabelRenderer>
        <span className="studio-edge-label" style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}>
          {selected && (
            <button
              type="button"
              aria-label={w.inspect.removeLink(`${names[0]} → ${names[1]}`)}
              onClick={onRemove}
              className="studio-edge-remove"
            >
              <X size={12} aria-hidden />
            </button>
          )}
        </span>
      </EdgeLabelRenderer>
    </>
  )
}
