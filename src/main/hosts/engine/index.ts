export { type ErrorCode, TuttiError } from '../../../shared/errors.ts'
export type { Pipeline } from '../../../shared/pipeline.ts'
export {
  type AdvancedEngine,
  createEngine,
  type Engine,
  type EnginePipeline,
  type ExecuteOptions,
  type PipelineStep,
  type PipelinesEngine,
} from './engine.ts'
export type { EngineOptions, EngineProvider } from './engine-options.ts'
export type { EngineResult, MemberAnswer } from './engine-result.ts'
