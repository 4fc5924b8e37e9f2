import type { Message } from '../../shared/conversation.ts'
import type { MessageId, ModelRef, RunId } from '../../shared/ids.ts'
import type { TaskType } from '../../shared/preset.ts'
import type { RunView } from '../../shared/run.ts'
import type { Signal } from '../../shared/signal.ts'
import { taskTypeOf } from '../orchestrators/advanced/task-type.ts'

export interface SignalRepository {
  add(signal: Signal): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly Signal[]>
}

export interface SignalParts {
  readonly repository: SignalRepository
  readonly message: (id: MessageId) => Promise<Message | null>
  readonly view: (id: RunId) => Promise<RunView>
  readonly now: () => number
  /** Told of each, once it is recorded. */
  readonly onSignal?: (signal: Signal) => void
}

/** Records what the user does with answers, for routing to learn from. */
export class Signals {
  readonly #parts: SignalParts

  constructor(parts: SignalParts) {
    this.#parts = parts
  }

  /** `speaker`: the member that it is about; null: whose words the answer is. */
  async record(kind: Signal['kind'], answer: Message, speaker: string | null = null): Promise<void> {
    const view = answer.runId === null ? null : await this.#parts.view(answer.runId)
    const { repository, now, onSignal } = this.#parts
    const signal: Signal = {
      at: now(),
      kind,
      conversationId: answer.conversationId,
      answerId: answer.id,
      runId: answer.runId,
      presetId: view?.presetId ?? null,
      strategy: view?.strategy ?? null,
      taskType: await this.taskType(answer),
      model: view === null ? null : modelOf(view, speaker ?? answer.mainSpeaker ?? view.outcome?.by ?? null),
    }
    await repository.add(signal)
    onSignal?.(signal)
  }

  list(): Promise<readonly Signal[]> {
    return this.#parts.repository.list()
  }

  /** Of the question that an answer belongs to. */
  async taskType(answer: Message): Promise<TaskType> {
    const question = answer.parentId === null ? null : await this.#parts.message(answer.parentId)
    return taskTypeOf(question?.text ?? '').type
  }
}

function modelOf(view: RunView, speaker: string | null): ModelRef | null {
  const found = view.speakers.find((candidate) => candidate.id === speaker)
  return found === undefined ? null : (found.result?.model ?? found.model)
}
