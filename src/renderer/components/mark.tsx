import { createContext, useContext } from 'react'
import { classNames } from './class-names.ts'
import { modelHue } from './model-hue.ts'

/** Members within it have letters and no hue: who they are is not to be seen yet. */
export const WithoutNames = createContext(false)

/** Who sits on which number: members within it have the hues of their models. */
export const Seats = createContext<readonly { readonly number: number; readonly model: string }[]>([])

/** The class for a hue of 1 to 8; any other is the colour of labels. Use beside `bg-hue`, `text-hue`, `border-hue`. */
export function hueClass(hue: number): string {
  return `hue-${hue >= 1 && hue <= 8 ? hue : 9}`
}

/** The class for a member's hue: its model's, of an unknown one its number's, none where names are not to be seen. */
export function useHue(): (number: number) => string {
  const nameless = useContext(WithoutNames)
  const seats = useContext(Seats)
  return (number) => {
    if (nameless) return hueClass(0)
    const model = seats.find((seat) => seat.number === number)?.model
    return hueClass(model === undefined ? number : modelHue(model))
  }
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
  const hue = useHue()
  return (
    <span
      aria-hidden={decorative || undefined}
      title={label}
      className={classNames(
        'inline-grid flex-none place-items-center border-[1.5px] font-semibold tabular-nums leading-none',
        small ? 'size-[0.9375rem] rounded-[4px] text-[0.625rem]' : 'size-[1.125rem] rounded-[5px] text-11 leading-none',
        off
          ? 'border-dashed border-line-strong text-ink-3'
          : `${hue(number)} border-hue bg-[color-mix(in_oklab,var(--color-sheet),var(--hue)_16%)] text-ink`,
      )}
    >
      {nameless ? String.fromCharCode(64 + number) : number}
      {!decorative && <span className="sr-only">{label}</span>}
    </span>
  )
}
