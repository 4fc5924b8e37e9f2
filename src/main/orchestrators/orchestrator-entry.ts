import type { Pattern } from '../../shared/auto.ts'
import type { TaskType } from '../../shared/preset.ts'
import type { Runnable } from '../kernel/runner.ts'
import type { AdvancedInput } from './advanced/input.ts'
import type { PipelineServices } from './pipeline/services.ts'

/** What an orchestrator is good for; Auto compares requests with it. */
export interface GoodFor {
  /** Any one of them makes it a candidate. Empty: none points at it, it is what is left. */
  readonly patterns: readonly Pattern[]
  /** Left out: every kind of task. */
  readonly taskTypes?: readonly TaskType[]
  /** Whether its runs can use tools. */
  readonly tools: boolean
  /** Requests longer than this are not for it; left out: any length. */
  readonly mostCharacters?: number
}

/** What orchestrators need beside a run's own context; made once, where the app is put together. */
export interface OrchestratorServices {
  readonly pipeline: PipelineServices
}

/** An orchestrator as everybody else knows it: one of these in its folder, and one line in the registry. */
export interface OrchestratorEntry {
  readonly id: string
  readonly version: number
  readonly goodFor: GoodFor
  readonly create: (services: OrchestratorServices) => Runnable
  /** Its input for a question that members and a strategy were chosen for; null where a question is not enough to start it: then Auto does not choose it. */
  readonly inputOf: ((question: AdvancedInput) => unknown) | null
}
