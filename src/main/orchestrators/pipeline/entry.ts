import { runnable } from '../../kernel/runner.ts'
import type { OrchestratorEntry } from '../orchestrator-entry.ts'
import { PIPELINE, pipelineOrchestrator } from './pipeline.ts'

/** Stages in a stated order, each on what others gave. It starts from a saved pipeline: steps in a question's words make none. */
export const pipelineEntry: OrchestratorEntry = {
  ...PIPELINE,
  goodFor: { patterns: ['steps'], tools: true },
  create: (services) => runnable(pipelineOrchestrator(services.pipeline)),
  inputOf: null,
}
