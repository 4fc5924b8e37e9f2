import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type TagProps = { readonly children: ReactNode; readonly tone?: 'plain' | 'accent' | 'warn' | 'bad' }

const TONES = {
  plain: 'border-line text-ink-2',
  accent: 'border-transparent bg-accent-soft text-accent',
  warn: 'border-transparent bg-warn-soft text-warn',
  bad: 'border-transparent bg-bad-soft text-bad',
}

/** A few words in a pill: "3 of 4 agree", "Demo · simulated". */
export function Tag({ children, tone = 'plain' }: TagProps) {
  return (
    <span
      className={classNames(
        'figures inline-flex h-5 flex-none items-center gap-1 rounded-full border px-[7px] text-12 leading-none font-medium',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
