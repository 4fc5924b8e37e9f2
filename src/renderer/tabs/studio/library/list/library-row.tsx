import { Ellipsis } from 'lucide-react'
import type { LibraryEntry } from '../../../../../shared/library.ts'
import { IconButton } from '../../../../components/icon-button.tsx'
import { Menu } from '../../../../components/menu.tsx'
import { Tag } from '../../../../components/tag.tsx'
import { useStudioPlace } from '../../use-studio-place.ts'
import { EntryIcon } from '../entry-icon.tsx'
import { entryName } from '../entry-name.ts'
import { ProblemTags } from '../problem-tags.tsx'
import { formatsOf, useLibraryActions } from '../use-library-actions.ts'
import { w } from '../words.ts'

type LibraryRowProps = {
  readonly entry: LibraryEntry
  /** Another one of the same name is used in its place. */
  readonly hidden: boolean
}

/** A command or an agent: what it is called and does, what may follow it, and whether something about it is odd. */
export function LibraryRow({ entry, hidden }: LibraryRowProps) {
  const { openLibrary } = useStudioPlace()
  const { remove, exportFile } = useLibraryActions()
  const { kind, name, description, format, hint, steps, source, problems, file } = entry
  const shown = entryName(entry)
  return (
    <li className="relative flex min-h-13 items-center gap-3 border-t border-line py-2 pr-2.5 pl-4.5 first:rounded-t-sheet first:border-t-0 last:rounded-b-sheet hover:bg-hover">
      <EntryIcon kind={kind} />
      <span className="grid min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          {hidden ? (
            <span className="truncate font-semibold text-ink-2">{shown}</span>
          ) : (
            <button
              type="button"
              data-row
              aria-label={w.list.open(shown)}
              onClick={() => openLibrary({ view: 'entry', kind, name })}
              className="min-w-0 flex-none cursor-default truncate text-left font-semibold after:absolute after:inset-0 after:content-['']"
            >
              {shown}
            </button>
          )}
          {hint !== '' && <span className="min-w-0 truncate font-mono text-12 text-ink-3 max-narrow:hidden">{hint}</span>}
        </span>
        <span className="truncate text-12 text-ink-2" title={hidden ? file : description}>
          {hidden ? (problems[0]?.message ?? file) : description}
        </span>
      </span>
      {hidden ? <Tag tone="warn">{w.list.notUsed}</Tag> : <ProblemTags problems={problems} />}
      {kind === 'command' && (
        <span className="figures w-20 flex-none text-right text-12 text-ink-3 max-narrow:hidden">
          {format === 'json' ? w.steps(steps) : w.prompt}
        </span>
      )}
      {!hidden && (
        <div className="relative">
          <Menu
            label={w.list.more(shown)}
            align="end"
            trigger={
              <IconButton label={w.list.more(shown)}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
            groups={[
              {
                id: 'do',
                entries: formatsOf(entry).map((each) => ({
                  id: each,
                  label: w.entry.export[each],
                  onSelect: () => void exportFile(entry, each),
                })),
              },
              ...(source === 'own'
                ? [
                    {
                      id: 'remove',
                      entries: [{ id: 'remove', label: w.entry.remove, danger: true, onSelect: () => void remove(entry) }],
                    },
                  ]
                : []),
            ]}
          />
        </div>
      )}
    </li>
  )
}
