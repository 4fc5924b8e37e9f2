import { ArrowLeft, Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LibraryDetail } from '../../../../../shared/library.ts'
import { IconButton } from '../../../../components/icon-button.tsx'
import { Menu, type MenuEntry } from '../../../../components/menu.tsx'
import { Tag } from '../../../../components/tag.tsx'
import { useStudioPlace } from '../../use-studio-place.ts'
import { entryName } from '../entry-name.ts'
import { formatsOf, useLibraryActions } from '../use-library-actions.ts'
import { w } from '../words.ts'

const t = w.entry

type EntryBarProps = {
  readonly detail: LibraryDetail
  /** Entries of the menu before its own. */
  readonly more?: readonly MenuEntry[]
  readonly children?: ReactNode
}

/** What is open, where it comes from, and what can be done with it. */
export function EntryBar({ detail, more = [], children }: EntryBarProps) {
  const { openLibrary } = useStudioPlace()
  const { remove, exportFile } = useLibraryActions()
  const { entry } = detail
  const toList = () => openLibrary({ view: 'list' })
  return (
    <header className="flex min-h-12 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1.5 pr-4 pl-3">
      <IconButton label={t.back} onClick={toList}>
        <ArrowLeft size={16} aria-hidden />
      </IconButton>
      <h1 className="min-w-0 truncate text-15 font-semibold">{entryName(entry)}</h1>
      <span className="contents max-narrow:hidden">
        <Tag>{w.source[entry.source]}</Tag>
      </span>
      <Menu
        label={t.menu}
        trigger={
          <IconButton label={t.menu}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        groups={[
          ...(more.length === 0 ? [] : [{ id: 'more', entries: more }]),
          {
            id: 'file',
            entries: formatsOf(entry).map((format) => ({
              id: format,
              label: t.export[format],
              onSelect: () => void exportFile(entry, format),
            })),
          },
          ...(entry.source === 'own'
            ? [
                {
                  id: 'remove',
                  entries: [
                    { id: 'remove', label: t.remove, danger: true, onSelect: () => void remove(entry).then((gone) => gone && toList()) },
                  ],
                },
              ]
            : []),
        ]}
      />
      <span className="ml-auto" />
      {children}
    </header>
  )
}
