import { classNames } from './class-names.ts'

type MeterProps = {
  readonly label: string
  readonly value: number
  readonly max: number
  readonly text: string
  readonly close?: boolean
  /** It shows what is done, not what is used. */
  readonly accent?: boolean
  readonly className?: string
}

/** A thin bar of what is used of a limit. `close`: the limit is near. */
export function Meter({ label, value, max, text, close = false, accent = false, className }: MeterProps) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: the native meter cannot be drawn as a line of 4 px.
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={text}
      className={classNames('h-1 overflow-hidden rounded-[2px] bg-line', className)}
    >
      <i className={classNames('block h-full', close ? 'bg-warn' : accent ? 'bg-accent' : 'bg-ink-2')} style={{ width: `${share}%` }} />
    </div>
  )
}
