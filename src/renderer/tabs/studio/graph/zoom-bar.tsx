import { useReactFlow, useViewport } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { formatShare } from '../../../../shared/format.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { w } from '../words.ts'
import { FIT } from './use-kept-in-view.ts'

/** How large the graph is drawn, and buttons to change it. */
export function ZoomBar() {
  const flow = useReactFlow()
  const { zoom } = useViewport()
  return (
    <div className="absolute bottom-3.5 left-4 flex gap-0.5 rounded-control border border-line bg-sheet p-0.5">
      <IconButton small label={w.graph.zoomOut} onClick={() => void flow.zoomOut()}>
        <Minus size={14} aria-hidden />
      </IconButton>
      <Button small look="bare" className="figures" onClick={() => void flow.zoomTo(1)}>
        {formatShare(Math.round(zoom * 100) / 100).replace(/[.,]0/, '')}
      </Button>
      <IconButton small label={w.graph.zoomIn} onClick={() => void flow.zoomIn()}>
        <Plus size={14} aria-hidden />
      </IconButton>
      <IconButton small label={w.graph.fit} onClick={() => void flow.fitView(FIT)}>
        <Maximize size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
