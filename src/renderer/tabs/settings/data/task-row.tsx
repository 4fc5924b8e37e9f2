import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DataTask } from '../../../../shared/data.ts'
import { formatBytes, formatDate, formatNumber } from '../../../../shared/format.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { errorText } from '../../../state/error-words.ts'
import { ProgressRow } from './progress-row.tsx'
import { conversationsText, d, messagesText } from './words.ts'

type TaskRowProps = {
  readonly task: DataTask
  readonly onStop: () => void
  readonly onDismiss: () => void
  readonly onSave: () => void
  readonly onRestore: () => void
}

/** A task under way, or what it came to and what can be done with that. */
export function TaskRow({ task, onStop, onDismiss, onSave, onRestore }: TaskRowProps) {
  const { kind, state, subject, error, file, backup } = task
  const named = kind === 'import' || kind === 'check-backup' ? `${d.running[kind]}: ${subject}` : d.running[kind]
  if (state === 'running') return <ProgressRow title={named} done={task.done} total={task.total} onStop={onStop} />
  const dismiss = <Button onClick={onDismiss}>{d.dismiss}</Button>
  if (state === 'failed') {
    const kept = kind === 'import' ? { kept: d.importStopped } : {}
    return (
      <li className="border-t border-line px-4.5 py-3 first:border-t-0">
        <ErrorNote what={`${d.failed[kind]}. ${error ? errorText(error) : ''}`} {...kept} role="alert" action={dismiss} />
      </li>
    )
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex items-center gap-1.5 font-medium">
          {state === 'done' && <CircleCheck size={15} aria-hidden className="flex-none text-ok" />}
          <span className="truncate">{state === 'done' ? d.ended[kind] : d.cancelled}</span>
        </p>
        <div className="text-12 text-pretty text-ink-2">
          {state === 'done' ? <Result task={task} /> : kind === 'import' && d.importStopped}
        </div>
      </div>
      <div className="flex gap-2">
        {dismiss}
        {file !== null && (
          <Button look="main" onClick={onSave}>
            {d.save}
          </Button>
        )}
        {backup !== null && (
          <Button look="main" onClick={onRestore}>
            {d.restoreNow}
          </Button>
        )}
      </div>
    </li>
  )
}

function Result({ task: { file, imported, backup } }: { readonly task: DataTask }): ReactNode {
  if (file !== null) return `${file.name}, ${formatBytes(file.bytes)}`
  if (backup !== null) {
    const { madeAt, conversations, messages, bytes } = backup
    return d.backupOf(formatDate(madeAt), conversationsText(conversations), messagesText(messages), formatBytes(bytes))
  }
  if (imported === null) return null
  const { conversations, messages, already, leftOut } = imported
  return (
    <>
      <p>
        {d.imported(conversationsText(conversations), messagesText(messages)) +
          (already > 0 ? `, ${d.already(formatNumber(already))}` : '')}
      </p>
      {leftOut.length > 0 && (
        <>
          <p className="mt-1.5">{d.leftOut}</p>
          <ul>
            {leftOut.map(({ reason, count }) => (
              <li key={reason} className="flex gap-2">
                <span className="figures min-w-10 text-right">{formatNumber(count)}</span>
                {d.reasons[reason]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
