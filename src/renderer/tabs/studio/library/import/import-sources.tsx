import { FileInput, FolderInput } from 'lucide-react'
import { ErrorNote } from '../../../../components/error-note.tsx'
import { FilesButton } from '../../../../components/files-button.tsx'
import { w } from '../words.ts'
import { chosenFiles } from './chosen-files.ts'
import { PasteForm } from './paste-form.tsx'
import { PathForm } from './path-form.tsx'
import type { useImport } from './use-import.ts'

const t = w.import

type ImportSourcesProps = {
  readonly steps: Pick<ReturnType<typeof useImport>, 'inspectFiles' | 'inspectText' | 'inspectPath'>
  readonly problem: string | null
  readonly busy: boolean
}

/** Where files come from: chosen, dropped, by their path on this computer, pasted. */
export function ImportSources({ steps, problem, busy }: ImportSourcesProps) {
  const choose = (files: readonly File[]) => steps.inspectFiles(chosenFiles(files))
  return (
    <>
      <p className="text-pretty text-ink-2">{t.intro}</p>
      <div className="mt-4 grid justify-items-center gap-3 rounded-sheet border border-dashed border-line-strong bg-sheet px-4 py-8">
        <p className="text-ink-2">{t.drop}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <FilesButton look="main" accept=".md,.markdown,.mdc,.json" disabled={busy} onFiles={choose}>
            <FileInput size={14} aria-hidden />
            {t.files}
          </FilesButton>
          <FilesButton folder disabled={busy} onFiles={choose}>
            <FolderInput size={14} aria-hidden />
            {t.folder}
          </FilesButton>
        </div>
      </div>
      {problem !== null && (
        <div className="mt-3">
          <ErrorNote role="alert" what={t.failed} kept={problem} />
        </div>
      )}
      <PathForm title={t.byPath} label={t.path} action={t.read} disabled={busy} onPath={steps.inspectPath} />
      <PasteForm disabled={busy} onText={steps.inspectText} />
    </>
  )
}
