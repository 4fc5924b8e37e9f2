import { Download } from 'lucide-react'
import type { MetricsHistory } from '../../../shared/metrics.ts'
import { csvOf, exportRows } from '../../../shared/metrics-export.ts'
import { Button } from '../../components/button.tsx'
import { Menu } from '../../components/menu.tsx'
import { w } from './words.ts'

/** Saves what is shown as a file: every figure in whole micro-dollars and ms. */
export function ExportMenu({ history }: { readonly history: MetricsHistory | null }) {
  const save = (extension: 'csv' | 'json') => {
    if (!history) return
    const rows = exportRows(history)
    const text = extension === 'csv' ? csvOf(rows) : JSON.stringify({ period: history.period, rows }, null, 1)
    // A spreadsheet takes a file for UTF-8 by its first character.
    const file = new Blob(extension === 'csv' ? ['\ufeff', text] : [text], { type: extension === 'csv' ? 'text/csv' : 'application/json' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = `tutti-${history.period}-${new Date(history.to - 1).toISOString().slice(0, 10)}.${extension}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }
  return (
    <Menu
      label={w.export}
      align="end"
      trigger={
        <Button look="bare" disabled={history === null}>
          <Download size={14} aria-hidden />
          {w.export}
        </Button>
      }
      groups={[
        {
          id: 'formats',
          entries: [
            { id: 'csv', label: w.exportCsv, onSelect: () => save('csv') },
            { id: 'json', label: w.exportJson, onSelect: () => save('json') },
          ],
        },
      ]}
    />
  )
}
