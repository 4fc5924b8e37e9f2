import { z } from 'zod'
import { Turn } from '../../../shared/model.ts'
import type { TaskType } from '../../../shared/preset.ts'
import { questionText } from './input.ts'
import { taskTypeOf } from './task-type.ts'

const Asked = z.object({ turns: z.array(Turn).min(1) })

/** The kind of task that a run's stored input asks for; '' where it is no question. */
export function taskOfInput(input: unknown): TaskType | '' {
  const asked = Asked.safeParse(input)
  return asked.success ? taskTypeOf(questionText(asked.data.turns)).type : ''
}
