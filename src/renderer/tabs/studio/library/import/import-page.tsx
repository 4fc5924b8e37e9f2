import { ArrowLeft } from 'lucide-react'
import { useRef } from 'react'
import { classNames } from '../../../../components/class-names.ts'
import { IconButton } from '../../../../components/icon-button.tsx'
import { useFileDrop } from '../../../chat/composer/use-file-drop.ts'
import { useStudioPlace } from '../../use-studio-place.ts'
import { w } from '../words.ts'
import { droppedFiles } from './chosen-files.ts'
import { ImportPreviewForm } from './import-preview-form.tsx'
import { ImportSources } from './import-sources.tsx'
import { useImport } from './use-import.ts'

const t = w.import

/** Files on their way into the library: where they come from, then what each would become. */
export function ImportPage() {
  const { openLibrary } = useStudioPlace()
  const toList = () => openLibrary({ view: 'list' })
  const area = useRef<HTMLElement>(null)
  const { state, ...steps } = useImport(toList)
  const over = useFileDrop(area, (files, entries) => {
    void droppedFiles(files, entries).then(steps.inspectFiles)
  })
  return (
    <section ref={area} aria-label={t.title} className={classNames('flex min-h-0 min-w-0 flex-1 flex-col', over && 'bg-accent-soft')}>
      <header className="flex min-h-12 flex-none items-center gap-2 border-b border-line py-2 pr-4 pl-3">
        <IconButton label={w.entry.back} onClick={toList}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h1 className="text-15 font-semibold">{t.title}</h1>
      </header>
      {state.step === 'preview' ? (
        <ImportPreviewForm preview={state.preview} onAdd={steps.confirm} onCancel={steps.cancel} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-8 max-narrow:px-3">
          <div className="mx-auto max-w-[44rem] pt-6">
            <ImportSources steps={steps} problem={state.step === 'choose' ? state.problem : null} busy={state.step === 'reading'} />
            <p role="status" className="pt-3 text-ink-2">
              {state.step === 'reading' && state.words}
            </p>
          </div>
        </div>
      )}
    </section>
  )
}
