export type { Pipeline } from '../../../shared/pipeline.ts'
export type { AdvancedEngine, CreateEngine, Engine, EnginePipeline, ExecuteOptions, PipelineStep, PipelinesEngine } from './engine-api.ts'
export type { EngineOptions, EngineProvider } from './engine-options.ts'
export type { EngineResult, MemberAnswer } from './engine-result.ts'
