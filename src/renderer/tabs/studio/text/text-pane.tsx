import { CircleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { Segment } from '../../../components/segment.tsx'
import { fileName } from '../../../state/save-file.ts'
import { useEditor, useEditorState } from '../editor/use-editor.ts'
import { stageName } from '../stages/stage-name.ts'
import { w } from '../words.ts'
import { CodeArea } from './code-area.tsx'
import { readText, type TextFormat } from './read-text.ts'
import { lineOfField, linesOfStages } from './stage-lines.ts'
import { usePipelineText } from './use-pipeline-text.ts'

const FORMATS: readonly { readonly value: TextFormat; readonly label: string }[] = [
  { value: 'yaml', label: 'YAML' },
  { value: 'json', label: 'JSON' },
]

/** The pipeline as text, always in step with the graph: a text that says no pipeline keeps the last one and says where it does not. */
export function TextPane() {
  const editor = useEditor()
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const problem = useEditorState((state) => state.textProblem)
  const check = useEditorState((state) => state.check)
  const selected = useEditorState((state) => state.selected)
  const [format, setFormat] = useState<TextFormat>('yaml')
  const text = usePipelineText(format)
  const reads = useRef(0)
  const lines = linesOfStages(text ?? '', pipeline.stages)
  const [flaw] = check?.problems ?? []
  const flawed = flaw?.stage == null ? undefined : lines.get(flaw.stage)
  const flawLine = flaw === undefined || flawed === undefined ? null : lineOfField(text ?? '', flawed, flaw.field)
  const type = async (next: string) => {
    reads.current += 1
    const read = reads.current
    // Shown at once; what it says follows as soon as it is read.
    editor.type(next, null, problem)
    const reading = await readText(next, pipeline.id)
    if (read === reads.current) editor.type(next, reading.pipeline, reading.problem)
  }
  useEffect(() => () => editor.settleText(), [editor])
  return (
    <section aria-label={w.text.label} className="flex min-h-0 min-w-0 flex-1 flex-col border-t border-line bg-sheet">
      <header className="flex h-9 flex-none items-center gap-3 border-b border-line pr-3 pl-4 text-12 text-ink-2">
        <span className="truncate">{`${fileName(pipeline.name)}.${format}`}</span>
        <Segment label={w.text.format} value={format} options={FORMATS} onChange={setFormat} />
        <span className="ml-auto truncate max-narrow:hidden">{w.text.follows}</span>
      </header>
      {text === null ? (
        <p className="flex-1 p-4 text-ink-3">{w.text.loading}</p>
      ) : (
        <CodeArea
          label={w.text.label}
          text={text}
          on={selected === null ? null : (lines.get(selected) ?? null)}
          bad={problem?.line ?? flawLine}
          onChange={(next) => void type(next)}
          onLine={(line) => {
            const at = [...lines].find(([, { from, to }]) => line >= from && line <= to)
            if (at && at[0] !== selected) editor.select(at[0])
          }}
          onBlur={editor.settleText}
        />
      )}
      <div
        role="status"
        className={classNames(
          'flex-none items-center gap-2 border-t border-line px-4 py-1 text-12',
          problem || flaw ? 'flex min-h-8' : 'sr-only',
        )}
      >
        {problem !== null ? (
          <>
            <CircleAlert size={14} aria-hidden className="text-bad" />
            <span className="min-w-0 text-pretty wrap-anywhere">
              <b>{w.text.line(problem.line)}</b>
              {`: ${problem.field === '' ? '' : `${problem.field}: `}${problem.message} ${w.text.kept}`}
            </span>
          </>
        ) : flaw === undefined ? null : (
          <>
            <CircleAlert size={14} aria-hidden className="text-bad" />
            <button
              type="button"
              className="min-w-0 cursor-default text-left text-pretty wrap-anywhere"
              onClick={() => editor.select(flaw.stage)}
            >
              {flaw.stage !== null && <b>{nameOf(flaw.stage)}</b>}
              {flawLine !== null && `, ${w.text.line(flawLine)}`}
              {`${flaw.stage === null ? '' : ': '}${flaw.message}`}
            </button>
          </>
        )}
      </div>
    </section>
  )

  function nameOf(id: string): string {
    const stage = pipeline.stages.find((each) => each.id === id)
    return stage === undefined ? id : stageName(stage)
  }
}
