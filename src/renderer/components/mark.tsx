import { createContext, useContext } from 'react'
import { classNames } from './class-names.ts'

/** Members within it have letters and no hue: who they are is not to be seen yet. */
export const WithoutNames = createContext(false)

/** The hue of a member by its number: eight hues, then the colour of labels. Use beside `bg-hue`, `text-hue`, `border-hue`. */
export function hueClass(number: number): string {
  return `hue-${number >= 1 && number <= 8 ? number : 9}`
}

type MarkProps = {
  readonly number: number
  readonly label: string
  readonly off?: boolean
  readonly small?: boolean
  readonly decorative?: boolean
}

/** A member's number in a framed square. `off`: it was not asked. `decorative`: its name stands beside it. */
export function Mark({ number, label, off = false, small = false, decorative = false }: MarkProps) {
  const nameless = useContext(WithoutNames)
  return (
    <span
      aria-hidden={decorative || undefined}
      title={label}
      className={classNames(
        'inline-grid flex-none place-items-center border-[1.5px] font-semibold tabular-nums leading-none',
        small ? 'size-[0.9375rem] rounded-[4px] text-[0.625rem]' : 'size-[1.125rem] rounded-[5px] text-11 leading-none',
        off
          ? 'border-dashed border-line-strong text-ink-3'
          : `${nameless ? hueClass(0) : hueClass(number)} border-hue bg-[color-mix(in_oklab,var(--color-sheet),var(--hue)_16%)] text-ink`,
      )}
    >
      {nameless ? String.fromCharCode(64 + number) : number}
      {!decorative && <span className="sr-only">{label}</span>}
    </span>
  )
}
