import { runnable } from '../../kernel/runner.ts'
import type { OrchestratorEntry } from '../orchestrator-entry.ts'
import { unified } from './unified.ts'

/** Auto, over the orchestrators that it may choose among. */
export function unifiedEntry(orchestrators: readonly OrchestratorEntry[]): OrchestratorEntry {
  const orchestrator = unified(orchestrators)
  return {
    id: orchestrator.id,
    version: orchestrator.version,
    nameKey: 'unified',
    goodFor: { patterns: [], tools: true },
    runnable: runnable(orchestrator),
    inputOf: (question) => question,
  }
}
