import { FileText, Image, X } from 'lucide-react'
import type { AttachmentRef } from '../../../shared/model.ts'
import { m } from '../../app/messages.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { fileSize } from './file-size.ts'

type AttachmentChipsProps = {
  readonly attachments: readonly AttachmentRef[]
  readonly attaching: readonly string[]
  readonly onRemove: (id: string) => void
}

/** Files of the draft, with those still on their way to the core. */
export function AttachmentChips({ attachments, attaching, onRemove }: AttachmentChipsProps) {
  if (attachments.length === 0 && attaching.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5 px-4 pt-3">
      {attachments.map((file) => {
        const Icon = file.mediaType.startsWith('image/') ? Image : FileText
        return (
          <li
            key={file.id}
            className="flex h-7 max-w-72 items-center gap-1.5 rounded-control border border-line bg-paper pr-0.5 pl-2 text-12"
          >
            <Icon size={14} aria-hidden className="text-ink-3" />
            <span className="truncate">{file.name}</span>
            <span className="figures text-ink-3">{fileSize(file.bytes)}</span>
            <IconButton small label={m.common.removeNamed(file.name)} onClick={() => onRemove(file.id)}>
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        )
      })}
      {attaching.map((name) => (
        <li
          key={name}
          className="flex h-7 max-w-72 items-center rounded-control border border-dashed border-line-strong px-2 text-12 text-ink-2"
        >
          <span className="truncate">{m.chat.attaching(name)}</span>
        </li>
      ))}
    </ul>
  )
}
