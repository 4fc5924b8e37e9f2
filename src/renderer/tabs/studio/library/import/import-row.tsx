import type { ImportFile, LibraryProblem } from '../../../../../shared/library.ts'
import { classNames } from '../../../../components/class-names.ts'
import { Tag } from '../../../../components/tag.tsx'
import { EntryIcon } from '../entry-icon.tsx'
import { entryName } from '../entry-name.ts'
import { ProblemList } from '../problem-list.tsx'
import { w } from '../words.ts'

const t = w.import
/** So many notes are read at once; more are opened. */
const FEW = 2

type ImportRowProps = {
  readonly file: ImportFile
  /** One above it has the same name. */
  readonly twice: boolean
  readonly chosen: boolean
  /** null: there is nothing to add. */
  readonly onChoose: ((on: boolean) => void) | null
}

/** A file, what it would become, what it would take the place of, and everything that was odd in it. */
export function ImportRow({ file: row, twice, chosen, onChoose }: ImportRowProps) {
  const { file, kind, name, description, replaces, problems } = row
  const shown = kind === null ? file : entryName({ kind, name })
  const grave = problems.filter(({ level }) => level !== 'note')
  const notes = problems.filter(({ level }) => level === 'note')
  return (
    <li className="border-t border-line px-4.5 py-2.5 first:border-t-0">
      <div className="flex min-h-6 min-w-0 items-center gap-2.5">
        {onChoose !== null && (
          <input
            type="checkbox"
            aria-label={t.choose(shown)}
            checked={chosen}
            onChange={(event) => onChoose(event.target.checked)}
            className="size-4 flex-none accent-accent"
          />
        )}
        <EntryIcon kind={kind} />
        <b className={classNames('min-w-0 truncate', kind === null && 'font-mono text-12 font-normal')}>{shown}</b>
        {kind !== null && <span className="min-w-0 flex-1 truncate font-mono text-12 text-ink-3">{file}</span>}
        {twice ? (
          <Tag tone="warn">{t.twice}</Tag>
        ) : (
          replaces !== 'nothing' && <Tag tone={replaces === 'own' ? 'warn' : 'plain'}>{t.replaces[replaces]}</Tag>
        )}
      </div>
      <div className={classNames('grid gap-1.5', onChoose !== null && 'pl-[3.25rem]')}>
        {description !== '' && <p className="line-clamp-2 text-12 text-ink-2">{description}</p>}
        <Report problems={grave} />
        {notes.length <= FEW ? (
          <Report problems={notes} />
        ) : (
          <details className="text-12">
            <summary className="w-fit cursor-default text-ink-2">{w.problems.note(notes.length)}</summary>
            <div className="pt-1">
              <Report problems={notes} />
            </div>
          </details>
        )}
      </div>
    </li>
  )
}

function Report({ problems }: { readonly problems: readonly LibraryProblem[] }) {
  return problems.length === 0 ? null : <ProblemList problems={problems} />
}
