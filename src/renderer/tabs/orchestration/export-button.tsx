import { Download } from 'lucide-react'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { fileName, saveFile } from '../../state/save-file.ts'
import { w } from './words.ts'

/** Everything that is kept of the run, as a file: its view, its effects with what was asked and what came back, its attempts. */
export function ExportButton({ inspection }: { readonly inspection: RunInspection }) {
  return (
    <IconButton
      label={w.exportRun}
      onClick={() => saveFile(`${fileName(inspection.view.title)}.tutti-run.json`, JSON.stringify(inspection, null, 2))}
    >
      <Download size={16} aria-hidden />
    </IconButton>
  )
}
