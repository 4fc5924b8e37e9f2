import { FileText, SquareSlash, UserRound } from 'lucide-react'
import type { LibraryKind } from '../../../../shared/library.ts'

/** Of a command, an agent, or a file that holds neither. */
export function EntryIcon({ kind }: { readonly kind: LibraryKind | null }) {
  const Icon = kind === null ? FileText : kind === 'agent' ? UserRound : SquareSlash
  return <Icon size={16} aria-hidden className="flex-none text-ink-2" />
}
