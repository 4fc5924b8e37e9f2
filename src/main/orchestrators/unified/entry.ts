import { runnable } from '../../kernel/runner.ts'
import type { OrchestratorEntry } from '../orchestrator-entry.ts'
import { UNIFIED, unified } from './unified.ts'

/** Auto, over the orchestrators that it may choose among. */
export function unifiedEntry(orchestrators: readonly OrchestratorEntry[]): OrchestratorEntry {
  return {
    ...UNIFIED,
    goodFor: { patterns: [], tools: true },
    create: (services) =>
      runnable(
        unified(orchestrators.flatMap(({ inputOf, create }) => (inputOf === null ? [] : [{ inputOf, runnable: create(services) }]))),
      ),
    inputOf: (question) => question,
  }
}
