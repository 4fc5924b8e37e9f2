import jsonata from 'jsonata'

export interface ExpressionReading {
  /** Ids of the stages whose values it reads; null where it reads `stages` as a whole. */
  readonly stages: ReadonlySet<string> | null
  /** Names that it reads first in a path. */
  readonly names: ReadonlySet<string>
  /** Why it is none; null: it is one. */
  readonly problem: string | null
}

const KEPT = 5_000
const readings = new Map<string, ExpressionReading>()

/** Reads an expression without evaluating it: what it takes from where, or why it does not parse. */
export function readExpression(text: string): ExpressionReading {
  const known = readings.get(text)
  if (known) return known
  const reading = read(text)
  if (readings.size >= KEPT) readings.clear()
  readings.set(text, reading)
  return reading
}

function read(text: string): ExpressionReading {
  const stages = new Set<string>()
  const names = new Set<string>()
  let whole = false
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'path' && 'steps' in node && Array.isArray(node.steps)) {
      // `$.stages.a` and `$$.stages.a` read the same as `stages.a`.
      const steps: unknown[] = isRoot(node.steps[0]) ? node.steps.slice(1) : node.steps
      const first = nameOf(steps[0])
      const second = nameOf(steps[1])
      if (first !== null) names.add(first)
      if (first === 'stages' && second !== null) stages.add(second)
      else if (first === 'stages') whole = true
    }
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) for (const item of value) visit(item)
      else visit(value)
    }
  }
  try {
    visit(jsonata(text).ast())
    return { stages: whole ? null : stages, names, problem: null }
  } catch (thrown) {
    const message =
      thrown instanceof Error || (typeof thrown === 'object' && thrown !== null && 'message' in thrown) ? thrown.message : thrown
    return { stages, names, problem: String(message) }
  }
}

function nameOf(step: unknown): string | null {
  if (typeof step !== 'object' || step === null || !('type' in step) || !('value' in step)) return null
  return (step.type === 'name' || step.type === 'string') && typeof step.value === 'string' ? step.value : null
}

function isRoot(step: unknown): boolean {
  return (
    typeof step === 'object' &&
    step !== null &&
    'type' in step &&
    step.type === 'variable' &&
    'value' in step &&
    (step.value === '' || step.value === '$')
  )
}
