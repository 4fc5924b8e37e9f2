import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { uploadFile } from '../../../../shared/data-transfer.ts'
import { formatShare } from '../../../../shared/format.ts'
import type { DataImport } from '../../../../shared/lab.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { FileButton } from '../../../components/file-button.tsx'
import { Meter } from '../../../components/meter.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'
import { sourceOf } from '../../settings/data/transfer-file.ts'
import { w } from '../words.ts'

const ACCEPT = '.jsonl,.ndjson,.csv,.tsv,.txt,.json'

type ImportFormProps = {
  readonly imports: readonly DataImport[]
  /** Whether a data set of ours is offered to try. */
  readonly example: boolean
  readonly onImported: (dataSet: string) => void
}

/** Questions, and recorded answers where there are any, from files of this computer. */
export function ImportForm({ imports, example, onImported }: ImportFormProps) {
  const { client } = useSession()
  const [questions, setQuestions] = useState<File | null>(null)
  const [answers, setAnswers] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const start = async (file: File) => {
    const { signal } = new AbortController()
    setBusy(true)
    setProblem(null)
    try {
      const upload = (each: File) => uploadFile(client.data, sourceOf(each), signal, () => undefined)
      const uploaded = { questions: await upload(file), answers: answers === null ? null : await upload(answers) }
      const dataSet = await client.lab.importData({ ...uploaded, name: file.name.replace(/\.\w+$/, '') })
      setQuestions(null)
      setAnswers(null)
      onImported(dataSet.id)
    } catch (thrown) {
      setProblem(callError(thrown).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="lab-import">
      <h2 id="lab-import" className="font-semibold">
        {w.import}
      </h2>
      <p className="mb-1.5 max-w-[44rem] text-12 text-pretty text-ink-2">{w.importNote}</p>
      <Sheet className="grid gap-2.5 p-3">
        <FileRow label={w.questionsFile} file={questions} onFile={setQuestions} />
        <FileRow label={w.answersFile} note={w.optional} file={answers} onFile={setAnswers} />
        {imports.map(({ id, name, done, total }) => {
          const text = w.importing(name, formatShare(total === 0 ? 0 : done / total))
          return (
            <div key={id} role="status" className="grid gap-1 text-12 text-ink-2">
              {text}
              <Meter accent label={name} value={done} max={Math.max(1, total)} text={text} />
            </div>
          )
        })}
        {problem !== null && <ErrorNote role="alert" what={problem} />}
        <div className="flex flex-wrap items-center gap-2.5">
          <Button look="main" disabled={questions === null || busy} onClick={() => questions !== null && void start(questions)}>
            {w.startImport}
          </Button>
          {example && questions === null && (
            <>
              <Button
                disabled={busy}
                onClick={() => void import('./example-questions.ts').then(({ exampleFile }) => start(exampleFile(w.example)))}
              >
                <FlaskConical size={14} aria-hidden />
                {w.tryExample}
              </Button>
              <span className="text-12 text-ink-2">{w.exampleNote}</span>
            </>
          )}
        </div>
      </Sheet>
    </section>
  )
}

type FileRowProps = {
  readonly label: string
  readonly note?: string
  readonly file: File | null
  readonly onFile: (file: File) => void
}

function FileRow({ label, note, file, onFile }: FileRowProps) {
  return (
    <div className="grid grid-cols-[15rem_minmax(0,1fr)] items-center gap-3 max-narrow:grid-cols-1 max-narrow:gap-1">
      <span>
        {label} {note !== undefined && <span className="text-12 text-ink-3">{note}</span>}
      </span>
      <div className="flex min-w-0 items-center gap-3">
        <FileButton accept={ACCEPT} aria-label={w.chooseFor(label)} onFile={onFile}>
          {w.choose}
        </FileButton>
        <span className="min-w-0 truncate text-ink-2">{file?.name}</span>
      </div>
    </div>
  )
}
