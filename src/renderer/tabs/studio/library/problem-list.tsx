import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { LibraryProblem } from '../../../../shared/library.ts'
import { classNames } from '../../../components/class-names.ts'
import { w } from './words.ts'

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const
const INK = { error: 'text-bad', warning: 'text-warn', note: 'text-ink-3' } as const

/** Everything that was odd in a file: the place, and what was made of it. */
export function ProblemList({ problems }: { readonly problems: readonly LibraryProblem[] }) {
  return (
    <ul className="grid gap-1 text-12">
      {problems.map(({ level, place, message }, index) => {
        const Icon = ICONS[level]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two places may have the same to say.
          <li key={index} className="grid grid-cols-[0.875rem_minmax(0,1fr)] gap-x-1.5">
            <Icon size={14} aria-hidden className={classNames('mt-px', INK[level])} />
            <span className="text-pretty wrap-anywhere text-ink-2">
              <span className="sr-only">{`${w.problems.levels[level]}: `}</span>
              {place !== '' && <code className="mr-1 text-ink">{place}</code>}
              {message}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
