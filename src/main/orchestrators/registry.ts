import type { Runnable } from '../kernel/runner.ts'
import { advancedEntry } from './advanced/entry.ts'
import type { OrchestratorEntry, OrchestratorServices } from './orchestrator-entry.ts'
import { pipelineEntry } from './pipeline/entry.ts'
import { unifiedEntry } from './unified/entry.ts'

/** One line each. Auto takes the first where no other one fits. */
const ENTRIES: readonly OrchestratorEntry[] = [advancedEntry, pipelineEntry]

/** All there are, whatever starts them. */
export const ORCHESTRATORS: readonly OrchestratorEntry[] = [...ENTRIES, unifiedEntry(ENTRIES)]

/** Those that a question is enough to start. */
export const ASKED: readonly OrchestratorEntry[] = ORCHESTRATORS.filter(({ inputOf }) => inputOf !== null)

/** Every orchestrator that can run. */
export function createOrchestrators(services: OrchestratorServices): readonly Runnable[] {
  return ORCHESTRATORS.map((entry) => entry.create(services))
}
