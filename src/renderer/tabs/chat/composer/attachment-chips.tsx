import { FileText, Image, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatBytes } from '../../../../shared/format.ts'
import type { AttachmentRef } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Marks } from '../../../components/marks.tsx'
import { w } from '../words.ts'
import type { Attaching } from './attaching-store.ts'
import { type Reader, reading } from './file-readers.ts'

type AttachmentChipsProps = {
  readonly attachments: readonly AttachmentRef[]
  readonly attaching: readonly Attaching[]
  /** The members that the next message goes to. */
  readonly readers: readonly Reader[]
  readonly onRemove: (id: string) => void
}

/** Files of the draft with who can read them, and those still on their way to the core. */
export function AttachmentChips({ attachments, attaching, readers, onRemove }: AttachmentChipsProps) {
  if (attachments.length === 0 && attaching.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5 px-4 pt-3">
      {attachments.map((file) => {
        const Icon = file.mediaType.startsWith('image/') ? Image : FileText
        const seats = reading(file, readers)
        return (
          <Chip key={file.id} label={m.common.removeNamed(file.name)} onRemove={() => onRemove(file.id)}>
            <Icon size={14} aria-hidden className="flex-none text-ink-3" />
            <span className="truncate">{file.name}</span>
            <span className="figures flex-none text-ink-3">{formatBytes(file.bytes)}</span>
            {seats.some((seat) => seat.off) && (
              <span title={says(file, seats)} className="flex-none">
                <span className="sr-only">{says(file, seats)}</span>
                <span aria-hidden>
                  <Marks members={seats} />
                </span>
              </span>
            )}
          </Chip>
        )
      })}
      {attaching.map((file) => (
        <Chip key={file.id} label={w.cancelAttaching(file.name)} onRemove={file.stop} unfinished share={file.share}>
          <span className="truncate">
            {file.share === null ? w.attachSending(file.name) : w.attachProgress(file.name, Math.round(file.share * 100))}
          </span>
        </Chip>
      ))}
    </ul>
  )
}

type ChipProps = {
  readonly label: string
  readonly onRemove: () => void
  readonly children: ReactNode
  readonly unfinished?: boolean
  readonly share?: number | null
}

function Chip({ label, onRemove, children, unfinished = false, share = null }: ChipProps) {
  return (
    <li
      data-unfinished={unfinished || undefined}
      className="relative flex h-7 max-w-80 items-center gap-1.5 overflow-hidden rounded-control border border-line bg-paper pr-0.5 pl-2 text-12 data-unfinished:border-dashed data-unfinished:border-line-strong data-unfinished:text-ink-2"
    >
      {children}
      <IconButton small label={label} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
      {unfinished && <i className="absolute bottom-0 left-0 h-0.5 bg-accent" style={{ width: `${(share ?? 1) * 100}%` }} />}
    </li>
  )
}

function says(file: AttachmentRef, seats: ReturnType<typeof reading>): string {
  const named = (off: boolean) => seats.filter((seat) => seat.off === off).map((seat) => seat.label)
  if (named(false).length === 0) return w.readByNone(file.name)
  return `${w.readBy(file.name, named(false).join(', '))}, ${w.notReadBy(named(true).join(', '))}`
}
