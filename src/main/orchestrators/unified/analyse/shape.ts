import type { Pattern } from '../../../../shared/auto.ts'
import { type Found, weigh } from './cue.ts'
import { longLived, NUMBERED_STEP, research, roles, sourceKinds, steps } from './cues/shape.ts'
import type { SplitRequest } from './split-request.ts'
import { type Task, taskOf } from './task.ts'

export interface ShapeFinding {
  readonly pattern: Pattern
  readonly evidence: string
}

/** Which of the larger shapes of work the request has: at most one, the widest that is found. */
export function shapeOf({ ask }: SplitRequest): ShapeFinding | null {
  const lived = longLived(ask)
  if (weigh(lived) >= 3) return finding('long-lived', lived)
  const searched = research(ask)
  const kinds = sourceKinds(ask)
  if (searched.length > 0 && kinds.length >= 2) return finding('wide-research', [...searched, ...kinds])
  const talking = roles(ask)
  if (weigh(talking) >= 3) return finding('roles', talking)
  const numbered = numberedSteps(ask)
  if (numbered >= 2) return { pattern: 'steps', evidence: `${numbered} numbered steps.` }
  const ordered = steps(ask)
  return ordered.length >= 2 && isAsked(ask) ? finding('steps', ordered) : null
}

/** What the last step delivers, where it can be told. */
export function lastStep(request: SplitRequest): Task | null {
  const clauses = request.ask.split(/[.;\n]|,\s|\s(?:and|und|et)\s/u).map((clause) => clause.trim())
  const last = clauses.findLast((clause) => clause.length > 12)
  if (last === undefined) return null
  const found = taskOf({ ...request, ask: last, material: '', code: false })
  return found.weight >= 2 ? found : null
}

function numberedSteps(ask: string): number {
  return new Set([...ask.matchAll(NUMBERED_STEP)].map((match) => match[1] ?? match[2])).size
}

/** A story has an order too (“First he gives her three apples …”): steps are asked for, not told. */
function isAsked(ask: string): boolean {
  return !/\?\s*$/.test(ask.trim())
}

function finding(pattern: Pattern, found: readonly Found[]): ShapeFinding {
  return {
    pattern,
    evidence: `${found
      .slice(0, 3)
      .map(({ text }) => `“${text.trim()}”`)
      .join(', ')}.`,
  }
}
