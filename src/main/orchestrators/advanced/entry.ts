import { runnable } from '../../kernel/runner.ts'
import type { OrchestratorEntry } from '../orchestrator-entry.ts'
import { advanced } from './advanced.ts'

/** One question, several members, one of five ways to come to an answer. What no other orchestrator is better at. */
export const advancedEntry: OrchestratorEntry = {
  id: advanced.id,
  version: advanced.version,
  goodFor: { patterns: [], tools: true },
  create: () => runnable(advanced),
  inputOf: (question) => question,
}
