import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { StrategyId, TaskType } from '../../../../src/shared/preset.ts'

const LabelledRequest = z.object({
  id: z.string(),
  half: z.enum(['tune', 'held', 'late', 'last', 'check', 'fresh', 'second']),
  language: z.enum(['en', 'de', 'fr']),
  orchestrator: z.enum(['advanced', 'pipeline', 'collaborative', 'patterns', 'project']),
  strategy: StrategyId,
  taskType: TaskType,
  needsTools: z.boolean(),
  text: z.string(),
})
export type LabelledRequest = z.infer<typeof LabelledRequest>

type RequestFile = 'requests.jsonl' | 'late.jsonl' | 'last.jsonl' | 'check.jsonl' | 'fresh.jsonl' | 'second.jsonl'

/** The requests of a file beside this one, without its first line, which says how they came about. */
export function labelledRequests(file: RequestFile): LabelledRequest[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  return lines.map((line) => LabelledRequest.parse(JSON.parse(line)))
}
