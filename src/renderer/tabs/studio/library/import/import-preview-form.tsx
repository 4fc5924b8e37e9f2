import { useState } from 'react'
import type { ImportFile, ImportPreview } from '../../../../../shared/library.ts'
import { Button } from '../../../../components/button.tsx'
import { Segment } from '../../../../components/segment.tsx'
import { w } from '../words.ts'
import { ImportRow } from './import-row.tsx'

const t = w.import

type ImportPreviewFormProps = {
  readonly preview: ImportPreview
  readonly onAdd: (files: readonly ImportFile[]) => Promise<void>
  readonly onCancel: () => void
}

/** What each file would become and what was odd in it; nothing is in use before what is chosen is added. */
export function ImportPreviewForm({ preview, onAdd, onCancel }: ImportPreviewFormProps) {
  const { files, leftOut } = preview
  const firsts = firstOfName(files)
  const usable = files.filter(({ kind }) => kind !== null)
  const neither = files.filter(({ kind }) => kind === null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(usable.flatMap(({ file, replaces }) => (firsts.has(file) && replaces !== 'itself' ? [file] : []))),
  )
  const [filter, setFilter] = useState<'all' | 'remarks'>('all')
  const [busy, setBusy] = useState(false)
  const shown = (list: readonly ImportFile[]) => (filter === 'all' ? list : list.filter(({ problems }) => problems.length > 0))
  const wanted = usable.filter(({ file }) => chosen.has(file))
  const add = async () => {
    setBusy(true)
    await onAdd(wanted)
    setBusy(false)
  }
  const choose = (file: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(file)
    else next.delete(file)
    setChosen(next)
  }
  const all = usable.length > 0 && wanted.length === usable.length
  return (
    <form
      aria-label={t.previewTitle}
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted.length > 0 && !busy) void add()
      }}
    >
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-8 max-narrow:px-3">
        <div className="mx-auto grid max-w-[52rem] grid-cols-[minmax(0,1fr)]">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-5 pb-2">
            <p role="status" className="figures min-w-0 flex-1 font-semibold">
              {t.summary(usable.length, neither.length)}
            </p>
            <Segment
              label={t.filter}
              value={filter}
              options={[
                { value: 'all', label: t.filters.all },
                { value: 'remarks', label: t.filters.remarks },
              ]}
              onChange={setFilter}
            />
          </div>
          {leftOut > 0 && <p className="pb-2 text-12 text-ink-2">{t.leftOut(leftOut)}</p>}
          {filter === 'remarks' && shown(files).length === 0 && <p className="py-2 text-ink-2">{t.noRemarks}</p>}
          {usable.length > 1 && filter === 'all' && (
            <label className="flex w-fit items-center gap-2.5 py-1.5 pl-4.5 text-12 text-ink-2">
              <input
                type="checkbox"
                checked={all}
                onChange={() => setChosen(new Set(all ? [] : usable.map(({ file }) => file)))}
                className="size-4 accent-accent"
              />
              {t.chooseAll}
            </label>
          )}
          {shown(usable).length > 0 && (
            <ul aria-label={t.previewTitle} className="rounded-sheet border border-line bg-sheet">
              {shown(usable).map((file) => (
                <ImportRow
                  key={file.file}
                  file={file}
                  twice={!firsts.has(file.file)}
                  chosen={chosen.has(file.file)}
                  onChoose={(on) => choose(file.file, on)}
                />
              ))}
            </ul>
          )}
          {shown(neither).length > 0 && (
            <>
              <h2 className="pt-6 pb-2 font-semibold">{t.neither}</h2>
              <ul aria-label={t.neither} className="rounded-sheet border border-line bg-sheet">
                {shown(neither).map((file) => (
                  <ImportRow key={file.file} file={file} twice={false} chosen={false} onChoose={null} />
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
      <footer className="flex flex-none items-center justify-end gap-2 border-t border-line px-6 py-2.5 max-narrow:px-3">
        <span className="mr-auto text-12 text-ink-2">{t.inert}</span>
        <Button onClick={onCancel}>{t.cancel}</Button>
        <Button type="submit" look="main" disabled={wanted.length === 0 || busy}>
          {wanted.length === 0 ? t.addNone : t.add(wanted.length)}
        </Button>
      </footer>
    </form>
  )
}

/** Of several files with one name the first. */
function firstOfName(files: readonly ImportFile[]): ReadonlySet<string> {
  const firsts = new Map<string, string>()
  for (const { file, kind, name } of files) if (kind !== null && !firsts.has(`${kind} ${name}`)) firsts.set(`${kind} ${name}`, file)
  return new Set(firsts.values())
}
