import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export type ButtonLook = 'plain' | 'bare' | 'main' | 'strong'
export type ButtonProps = ComponentProps<'button'> & { readonly look?: ButtonLook; readonly small?: boolean }

const LOOKS: Record<ButtonLook, string> = {
  plain: 'border-line bg-sheet text-ink not-disabled:hover:bg-[color-mix(in_oklch,var(--color-sheet),var(--color-ink)_4%)]',
  bare: 'border-transparent text-ink-2 not-disabled:hover:bg-hover not-disabled:hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent aria-expanded:bg-accent-soft aria-expanded:text-accent',
  main: 'border-transparent bg-accent text-on-accent font-semibold not-disabled:hover:bg-[color-mix(in_oklch,var(--color-accent),var(--color-ink)_12%)]',
  strong:
    'border-line-strong bg-sheet text-ink font-semibold not-disabled:hover:bg-[color-mix(in_oklch,var(--color-sheet),var(--color-ink)_4%)]',
}

export function buttonClass(look: ButtonLook, small: boolean): string {
  return classNames(
    'inline-flex cursor-default select-none items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors disabled:opacity-50',
    small ? 'h-6 px-2 text-12' : 'h-7 px-2.5',
    LOOKS[look],
  )
}

/** A verb to click. `main` is the one main action of a place. */
export function Button({ look = 'plain', small = false, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classNames(buttonClass(look, small), className)} {...rest} />
}
