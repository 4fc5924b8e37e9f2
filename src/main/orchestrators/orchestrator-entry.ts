import type { Pattern } from '../../shared/auto.ts'
import type { TaskType } from '../../shared/preset.ts'
import type { Runnable } from '../kernel/runner.ts'
import type { AdvancedInput } from './advanced/input.ts'

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

/** An orchestrator as everybody else knows it: one of these in its folder, and one line in the registry. */
export interface OrchestratorEntry {
  readonly id: string
  readonly version: number
  /** Names it in the page's message catalogue. */
  readonly nameKey: string
  readonly goodFor: GoodFor
  readonly runnable: Runnable
  /** Its input for a question that members and a strategy were chosen for; null where a question is not enough to start it. */
  readonly inputOf: (question: AdvancedInput) => unknown
}
