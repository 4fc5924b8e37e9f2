import type { SandboxReply } from './sandbox-job.ts'

/** Where jobs are done, away from everything else, and where nothing goes on once it is ended. */
export interface Cell {
  /** A SandboxRequest. */
  post(request: unknown): void
  /** Resolves when it is gone. */
  end(): Promise<void>
}

export interface CellListener {
  reply(reply: SandboxReply): void
  /** It ended by itself: for want of memory, or killed from outside. */
  ended(): void
}

export type OpenCell = (listener: CellListener) => Cell
