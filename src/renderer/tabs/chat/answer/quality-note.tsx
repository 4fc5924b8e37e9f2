import { Gauge } from 'lucide-react'
import type { AnswerQuality } from '../../../../shared/quality.ts'
import { classNames } from '../../../components/class-names.ts'
import { w } from '../words.ts'
import { qualityLine } from './quality-words.ts'

type QualityNoteProps = { readonly quality: AnswerQuality | undefined; readonly className?: string }

/** How good an answer seems, small and quiet, with the method in words; the evidence is its title. */
export function QualityNote({ quality, className }: QualityNoteProps) {
  if (quality === undefined) return null
  const line = qualityLine(quality)
  if (line === '') return null
  const doubtful = quality.score < 0.5
  const evidence = quality.signs.flatMap((sign) => sign.evidence).join(' ')
  return (
    <span
      title={evidence}
      className={classNames('inline-flex min-w-0 items-center gap-1 text-12', doubtful ? 'text-warn' : 'text-ink-2', className)}
    >
      <Gauge size={13} aria-hidden className="flex-none" />
      <span className="sr-only">{w.quality.label}: </span>
      <span className="truncate">{line}</span>
    </span>
  )
}
