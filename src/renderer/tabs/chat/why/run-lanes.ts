import { formatDuration } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import type { Lane } from '../../../components/score.tsx'
import { isOff, memberState, members } from '../members/member-state.ts'
import { statusWords } from '../members/status-words.ts'

/** One lane a member, times in ms since the start of the run. */
export function lanesOf(run: RunView, now: number): Lane[] {
  const since = (at: number | null) => (at === null ? null : Math.max(0, at - run.startedAt))
  return members(run).map((member) => {
    const state = memberState(member, run.outcome)
    return {
      number: member.number,
      label: member.label,
      off: isOff(state) && member.text === '',
      askedAt: since(member.askedAt),
      playFrom: since(member.firstTextAt),
      end: since(member.endedAt),
      failed: state === 'failed',
      status: statusWords(member, state, now),
    }
  })
}

/** How long the axis is: what has passed with a quarter of room while the run goes on, so that the barline moves and the bars do not jump. */
export function spanOf(run: RunView, now: number): number {
  const passed = Math.max(0, (run.endedAt ?? now) - run.startedAt)
  if (run.endedAt !== null) return Math.max(passed * 1.05, 1)
  let span = 4_000
  while (span < passed * 1.15) span *= 1.5
  return span
}

/** Round times for the axis, three to five of them: ["0", "2", "4 s"]. */
export function ticksOf(span: number): { readonly at: number; readonly label: string }[] {
  const step =
    [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000, 120_000, 300_000, 600_000].find((ms) => span / ms <= 4) ?? span / 3
  const count = Math.floor((span * 0.86) / step)
  return Array.from({ length: count + 1 }, (_, index) => ({
    at: index * step,
    label: index === count ? formatDuration(index * step) : plain(index * step, step),
  }))
}

function plain(ms: number, step: number): string {
  return ms === 0 ? '0' : step >= 60_000 ? String(ms / 60_000) : String(ms / 1000)
}
