import type { PipelineId } from '../../../../shared/ids.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { useStudioPlace } from '../use-studio-place.ts'
import { w } from '../words.ts'
import { EditorContext, useOpenEditor } from './use-editor.ts'
import { Workbench } from './workbench.tsx'

type PipelinePageProps = { readonly tabId: string; readonly pipelineId: PipelineId }

/** One pipeline, once it is there. */
export function PipelinePage({ tabId, pipelineId }: PipelinePageProps) {
  const { editor, error } = useOpenEditor(tabId, pipelineId)
  const { openList } = useStudioPlace()
  if (error !== null) {
    return (
      <div className="m-auto max-w-[26rem] p-6">
        <ErrorNote what={w.list.failed} kept={error.message} action={<Button onClick={openList}>{w.list.back}</Button>} />
      </div>
    )
  }
  if (editor === null) return <p className="sr-only">{w.list.loading}</p>
  return (
    <EditorContext value={editor}>
      <Workbench />
    </EditorContext>
  )
}
