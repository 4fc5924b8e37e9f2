import { advancedEntry } from './advanced/entry.ts'
import type { OrchestratorEntry } from './orchestrator-entry.ts'
import { unifiedEntry } from './unified/entry.ts'

/** Those that Auto may choose among: one line each. The first is taken where no other one fits. */
const ANSWERING: readonly OrchestratorEntry[] = [advancedEntry]

/** Every orchestrator that can run. */
export const ORCHESTRATORS: readonly OrchestratorEntry[] = [...ANSWERING, unifiedEntry(ANSWERING)]
