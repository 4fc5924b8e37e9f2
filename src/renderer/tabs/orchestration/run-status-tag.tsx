import { m } from '../../app/messages.ts'
import { Tag } from '../../components/tag.tsx'
import type { RunStatus } from './run-status.ts'
import { RunStatusIcon } from './run-status-icon.tsx'

const TONES: Partial<Record<RunStatus, 'accent' | 'warn' | 'bad'>> = {
  running: 'accent',
  waiting: 'warn',
  diverged: 'warn',
  failed: 'bad',
}

/** The state of a run beside its title. */
export function RunStatusTag({ status }: { readonly status: RunStatus }) {
  return (
    <Tag tone={TONES[status] ?? 'plain'}>
      <RunStatusIcon status={status} />
      {m.runs.status[status]}
    </Tag>
  )
}
