import { ArrowLeft, CircleAlert, Download } from 'lucide-react'
import { useMemo } from 'react'
import type { PhaseDraft } from '../../../../../shared/library.ts'
import { Button } from '../../../../components/button.tsx'
import { IconButton } from '../../../../components/icon-button.tsx'
import { saveFile } from '../../../../state/save-file.ts'
import { useSession } from '../../../../state/use-session.ts'
import { createViewer } from '../../editor/editor.ts'
import { ShownContext } from '../../editor/use-editor.ts'
import { StagesView } from '../../graph/stages-view.tsx'
import { InspectorSection } from '../../inspector/inspector-section.tsx'
import { CodeArea } from '../../text/code-area.tsx'
import { ProblemList } from '../problem-list.tsx'
import { w } from '../words.ts'
import { expectedWords } from './expected-words.ts'
import { Phases } from './phases.tsx'
import { useDraftText } from './use-draft-text.ts'

const t = w.draft

type DraftPageProps = { readonly name: string; readonly draft: PhaseDraft; readonly onClose: () => void }

/** Drafted phases: their graph, their text to change, and what they would take; saved only when the user says so. */
export function DraftPage({ name, draft, onClose }: DraftPageProps) {
  const { client, attempt, toasts } = useSession()
  const { text, setText, read, problem, stale } = useDraftText(draft)
  const { pipeline, check } = read
  const viewer = useMemo(() => createViewer(pipeline, check), [pipeline, check])
  const problems = [...read.problems, ...check.problems.map(({ level, stage, message }) => ({ level, place: stage ?? '', message }))]
  const save = async () => {
    if ((await attempt(client.library.save({ text }))) === undefined) return
    toasts.say(t.saved(name))
    onClose()
  }
  return (
    <ShownContext value={viewer}>
      <section aria-label={t.title(name)} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <header className="flex min-h-12 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1.5 pr-4 pl-3">
          <IconButton label={t.discard} onClick={onClose}>
            <ArrowLeft size={16} aria-hidden />
          </IconButton>
          <h1 className="min-w-0 truncate text-15 font-semibold">{t.title(name)}</h1>
          <span className="text-12 text-ink-2">{draft.by === null ? t.byReading : t.by(draft.by)}</span>
          <span className="ml-auto" />
          <Button className="max-narrow:hidden" onClick={() => saveFile(`${name}.json`, text)}>
            <Download size={14} aria-hidden />
            {t.download}
          </Button>
          <Button onClick={onClose}>{t.discard}</Button>
          <Button look="main" disabled={stale} onClick={() => void save()}>
            {t.save}
          </Button>
        </header>
        <div className="flex min-h-0 min-w-0 flex-1">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <div className="flex min-h-0 min-w-0 basis-[55%]">
              <StagesView live={false} onEdit={() => undefined} />
            </div>
            <section aria-label={t.text} className="flex min-h-0 min-w-0 flex-1 flex-col border-t border-line bg-sheet">
              <CodeArea label={t.text} text={text} on={null} bad={null} onChange={setText} onLine={() => {}} onBlur={() => {}} />
              <p
                role="status"
                className={problem === null ? 'sr-only' : 'flex flex-none items-center gap-2 border-t border-line px-4 py-1.5 text-12'}
              >
                {problem !== null && <CircleAlert size={14} aria-hidden className="flex-none text-bad" />}
                <span className="line-clamp-3 wrap-anywhere">{problem ?? (stale ? t.checking : '')}</span>
              </p>
            </section>
          </div>
          <aside
            aria-label={w.entry.about}
            className="min-h-0 w-87 flex-none overflow-y-auto border-l border-line bg-sheet max-narrow:hidden"
          >
            <h2 className="sr-only">{w.entry.about}</h2>
            <InspectorSection>
              <p className="text-pretty text-ink-2">{t.note}</p>
              <p className="tabular-nums">{expectedWords(check)}</p>
            </InspectorSection>
            <Phases text={read.text} />
            <InspectorSection title={w.problems.title}>
              {problems.length === 0 ? <p className="text-12 text-ink-2">{w.problems.none}</p> : <ProblemList problems={problems} />}
            </InspectorSection>
          </aside>
        </div>
      </section>
    </ShownContext>
  )
}
