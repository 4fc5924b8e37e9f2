import type { Stage } from '../../../shared/pipeline.ts'
import { expressionsOf } from './expressions-of.ts'
import type { ReadExpression } from './services.ts'

/** How a stage hangs together with the others. */
export interface StageLinks {
  /** Stages whose values it reads. */
  readonly reads: readonly string[]
  /** Stages that it waits for without reading them. */
  readonly waitsFor: readonly string[]
}

/**
 * By id, what each stage reads and waits for. A stage that is not parallel waits for all above it; of those only the ends of chains are
 * named, which says the same.
 */
export function stageLinks(stages: readonly Stage[], read: ReadExpression): Map<string, StageLinks> {
  const links = new Map<string, StageLinks>()
  /** Stages so far that no other waits for. */
  let ends: string[] = []
  for (const stage of stages) {
    const named = new Set<string>()
    // One that reads the stages as a whole reads all above it.
    for (const { text } of expressionsOf(stage)) for (const id of read(text).stages ?? links.keys()) named.add(id)
    // The stages within a loop's body belong to it.
    for (const inner of stage.processor.type === 'loop' ? stage.processor.body : []) named.delete(inner.id)
    named.delete(stage.id)
    const reads = [...named]
    const waitsFor = [...new Set([...stage.after, ...(stage.parallel ? [] : ends)])].filter((id) => !named.has(id) && id !== stage.id)
    links.set(stage.id, { reads, waitsFor })
    const before = new Set([...reads, ...waitsFor])
    ends = [...ends.filter((id) => !before.has(id)), stage.id]
  }
  return links
}
