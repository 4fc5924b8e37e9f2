import type { LibraryProblem } from '../../../../shared/library.ts'
import { Tag } from '../../../components/tag.tsx'
import { w } from './words.ts'

const LEVELS = ['error', 'warning', 'note'] as const
const TONES = { error: 'bad', warning: 'warn', note: 'plain' } as const

/** How much of each level a report holds; notes alone only where nothing is worse. */
export function ProblemTags({ problems }: { readonly problems: readonly LibraryProblem[] }) {
  const [level] = LEVELS.filter((each) => problems.some((problem) => problem.level === each))
  if (level === undefined) return null
  return <Tag tone={TONES[level]}>{w.problems[level](problems.filter((problem) => problem.level === level).length)}</Tag>
}
