import { TaskType } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'

/** A type of task by its name; one of a data set's own by its own. */
export function taskName(taskType: string): string {
  const known = TaskType.safeParse(taskType)
  return known.success ? m.settings.presets.tasks[known.data] : taskType
}
