import { Check, Diff, LoaderCircle, Pause, Square, TriangleAlert, UserRound } from 'lucide-react'
import { classNames } from '../../components/class-names.ts'
import type { RunStatus } from './run-status.ts'

const ICONS = {
  running: LoaderCircle,
  stopping: Square,
  waiting: UserRound,
  paused: Pause,
  done: Check,
  failed: TriangleAlert,
  cancelled: Square,
  diverged: Diff,
} as const satisfies Record<RunStatus, unknown>

export const STATUS_INK: Record<RunStatus, string> = {
  running: 'text-accent',
  stopping: 'text-ink-2',
  waiting: 'text-warn',
  paused: 'text-ink-2',
  done: 'text-ink-3',
  failed: 'text-bad',
  cancelled: 'text-ink-3',
  diverged: 'text-warn',
}

/** The state of a run as an icon; its word stands beside it. */
export function RunStatusIcon({ status, className }: { readonly status: RunStatus; readonly className?: string }) {
  const Icon = ICONS[status]
  return <Icon size={14} aria-hidden className={classNames(STATUS_INK[status], className)} />
}
