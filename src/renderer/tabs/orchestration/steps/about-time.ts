import { formatDuration } from '../../../../shared/format.ts'

/** An estimate of a time: whole seconds from ten on, since tenths would claim too much. */
export function aboutTime(ms: number): string {
  return ms >= 10_000 && ms < 60_000 ? `${Math.round(ms / 1000)}\u00a0s` : formatDuration(ms)
}
