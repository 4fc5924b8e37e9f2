import { Download } from 'lucide-react'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { Button } from '../../components/button.tsx'
import { fileName, saveFile } from '../../state/save-file.ts'
import { w } from './words.ts'

/** Everything that is kept of the run, as a file: its view, its effects with what was asked and what came back, its attempts. */
export function ExportButton({ inspection }: { readonly inspection: RunInspection }) {
  return (
    <Button look="bare" onClick={() => saveFile(`${fileName(inspection.view.title)}.tutti-run.json`, JSON.stringify(inspection, null, 2))}>
      <Download size={14} aria-hidden />
      {w.exportRun}
    </Button>
  )
}
