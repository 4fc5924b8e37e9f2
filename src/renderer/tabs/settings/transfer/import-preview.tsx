import { PowerOff } from 'lucide-react'
import { FileArea, type FileChange, type FilePreview } from '../../../../shared/settings-file.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { w } from '../words.ts'

const t = w.transfer

type ImportPreviewProps = {
  readonly name: string
  readonly preview: FilePreview
  readonly onApply: () => void
  readonly onCancel: () => void
}

/** What a file would change, area by area, and what of it is left out; nothing is changed yet. */
export function ImportPreview({ name, preview, onApply, onCancel }: ImportPreviewProps) {
  const { changes, unknown, problems, switchedOff } = preview
  return (
    <section aria-label={t.preview(name)} className="mt-6">
      <div className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2">
        <h3 className="min-w-0 flex-1 font-semibold wrap-anywhere">{t.preview(name)}</h3>
        <Button onClick={onCancel}>{t.cancel}</Button>
        {changes.length > 0 && (
          <Button look="main" onClick={onApply}>
            {t.apply(changes.length)}
          </Button>
        )}
      </div>
      {switchedOff.length > 0 && (
        <p className="mb-2 flex gap-1.5 rounded-control bg-warn-soft px-2.5 py-2 text-12 text-pretty">
          <PowerOff size={14} aria-hidden className="mt-px text-warn" />
          {t.switchedOff(switchedOff.join(', '))}
        </p>
      )}
      {changes.length === 0 && <p className="text-ink-2">{t.nothing}</p>}
      {FileArea.options.map((area) => {
        const own = changes.filter((change) => change.area === area)
        return own.length === 0 ? null : <Changes key={area} title={t.areas[area]} changes={own} />
      })}
      <Left title={t.problems(problems.length)} lines={problems.map(({ path, message }) => `${path}: ${message}`)} />
      <Left title={t.unknown(unknown.length)} lines={unknown} />
    </section>
  )
}

function Changes({ title, changes }: { readonly title: string; readonly changes: readonly FileChange[] }) {
  return (
    <Sheet className="mb-3 overflow-hidden">
      <table className="w-full table-fixed text-12">
        <caption className="px-4.5 pt-2.5 pb-1 text-left text-13 font-semibold">{title}</caption>
        <thead>
          <tr className="text-ink-3 [&>th]:px-4.5 [&>th]:py-1 [&>th]:text-left [&>th]:font-medium">
            <th scope="col">{t.what}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ item, field, before, after }) => (
            <tr key={`${item} ${field}`} className="border-t border-line align-top [&>*]:px-4.5 [&>*]:py-1.5">
              <th scope="row" className="text-left font-normal wrap-anywhere">
                {field === '' ? item : `${item}.${field}`}
              </th>
              <td className="wrap-anywhere text-ink-2">
                <Value text={before} />
              </td>
              <td className="wrap-anywhere">
                <Value text={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

/** What stands in the file, word for word; what is long is cut, as it can be read in the file. */
function Value({ text }: { readonly text: string | null }) {
  return <span className="line-clamp-4 font-mono">{text ?? t.none}</span>
}

function Left({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label={title} className="mb-3 rounded-control bg-warn-soft px-2.5 py-2 text-12">
      <h4 className="font-semibold">{title}</h4>
      <ul className="mt-1 grid gap-0.5">
        {lines.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}
