import { z } from 'zod'
import { ConversationId, MessageId, ModelRef, PresetId, RunId } from './ids.ts'
import { StrategyId, TaskType } from './preset.ts'

/** What a user did with an answer that tells how good it was. Kept without any text, for routing to learn from. */
export const Signal = z.object({
  at: z.number(),
  kind: z.enum([
    'main-chosen',
    'main-unset',
    'asked-again',
    'member-asked-again',
    'question-edited',
    'thumb-up',
    'thumb-down',
    'thumb-unset',
  ]),
  conversationId: ConversationId,
  answerId: MessageId,
  runId: RunId.nullable(),
  presetId: PresetId.nullable(),
  strategy: StrategyId.nullable(),
  taskType: TaskType,
  /** The model that it is about: a member's, or whose words the answer was; null where it is about the answer as a whole. */
  model: ModelRef.nullable(),
})
export type Signal = z.infer<typeof Signal>
