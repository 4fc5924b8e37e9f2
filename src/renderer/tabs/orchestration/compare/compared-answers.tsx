import { useMemo } from 'react'
import { formatShare } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Sheet } from '../../../components/sheet.tsx'
import { errorText } from '../../../state/error-words.ts'
import { statusOfView } from '../run-status.ts'
import { RunStatusTag } from '../run-status-tag.tsx'
import { useRunPlace } from '../use-run-place.ts'
import { w } from '../words.ts'
import { TwoColumns } from './two-columns.tsx'
import { type Piece, wordDiff } from './word-diff.ts'

const c = w.compare

/** Both answers, with the words that only one of them has marked. */
export function ComparedAnswers({ left, right }: { readonly left: RunView; readonly right: RunView }) {
  const a = left.outcome?.answer ?? ''
  const b = right.outcome?.answer ?? ''
  const diff = useMemo(() => wordDiff(a, b), [a, b])
  const note = a === '' || b === '' ? undefined : diff === null ? c.tooLong : diff.share === 1 ? c.same : c.differs(formatShare(diff.share))
  return (
    <TwoColumns
      title={c.answers}
      {...(note === undefined ? {} : { note })}
      left={<Answer run={left} pieces={diff?.left ?? [{ text: a, same: true, at: 0 }]} />}
      right={<Answer run={right} pieces={diff?.right ?? [{ text: b, same: true, at: 0 }]} />}
    />
  )
}

function Answer({ run, pieces }: { readonly run: RunView; readonly pieces: readonly Piece[] }) {
  const { openRun } = useRunPlace()
  const title = run.title === '' ? m.runs.untitled : run.title
  return (
    <div className="min-w-0">
      <div className="mb-1.5 flex min-w-0 items-center gap-2">
        <button
          type="button"
          aria-label={c.open(title)}
          onClick={() => openRun(run.id)}
          className="truncate text-left font-medium hover:underline"
        >
          {title}
        </button>
        <RunStatusTag status={statusOfView(run)} />
        <span className="ml-auto truncate text-12 text-ink-2">{run.presetName}</span>
      </div>
      <Sheet className="px-4 py-3">
        {pieces.every(({ text }) => text === '') ? (
          <p className="text-ink-2">{run.error ? errorText(run.error) : c.noAnswer}</p>
        ) : (
          <p className="max-w-[72ch] text-15 whitespace-pre-wrap wrap-anywhere">
            {pieces.map(({ text, same, at }) =>
              same ? (
                text
              ) : (
                <mark
                  key={at}
                  title={c.onlyHere}
                  className="rounded-key bg-warn-soft text-ink underline decoration-warn decoration-dotted underline-offset-4"
                >
                  {text}
                </mark>
              ),
            )}
          </p>
        )}
      </Sheet>
    </div>
  )
}
