import { Check, CircleDashed, CircleSlash, Hourglass, LoaderCircle, TriangleAlert, Undo2, UserRound } from 'lucide-react'
import { classNames } from '../../../components/class-names.ts'
import type { StepState } from './step.ts'

const ICONS = {
  waiting: CircleDashed,
  ready: Hourglass,
  running: LoaderCircle,
  done: Check,
  failed: TriangleAlert,
  skipped: CircleDashed,
  cancelled: CircleSlash,
  dropped: CircleSlash,
  you: UserRound,
  undoing: LoaderCircle,
  undone: Undo2,
  'not-undone': TriangleAlert,
} as const satisfies Record<StepState, unknown>

const INK: Partial<Record<StepState, string>> = {
  running: 'text-accent',
  failed: 'text-bad',
  you: 'text-warn',
  undoing: 'text-accent',
  'not-undone': 'text-bad',
}

/** The state of a step as an icon; its word stands beside it or in the name of the element. */
export function StepIcon({ state, className }: { readonly state: StepState; readonly className?: string }) {
  const Icon = ICONS[state]
  return <Icon size={14} aria-hidden className={classNames(INK[state] ?? 'text-ink-3', className)} />
}
