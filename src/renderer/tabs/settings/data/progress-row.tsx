import { formatShare } from '../../../../shared/format.ts'
import { Button } from '../../../components/button.tsx'
import { Meter } from '../../../components/meter.tsx'
import { d } from './words.ts'

type ProgressRowProps = {
  readonly title: string
  readonly done: number
  readonly total: number | null
  readonly onStop: () => void
}

/** Work under way: what, how far, and how to stop it. */
export function ProgressRow({ title, done, total, onStop }: ProgressRowProps) {
  const share = total === null || total === 0 ? 0 : Math.min(1, done / total)
  const text = d.share(formatShare(share))
  return (
    <li className="flex items-center gap-4 border-t border-line px-4.5 py-3 first:border-t-0">
      <div className="grid min-w-0 flex-1 gap-1.5">
        <div className="flex justify-between gap-3">
          <span className="truncate font-medium">{title}</span>
          <span className="figures text-12 text-ink-2">{formatShare(share)}</span>
        </div>
        <Meter label={title} value={share} max={1} text={text} accent />
      </div>
      <Button onClick={onStop}>{d.stop}</Button>
    </li>
  )
}
