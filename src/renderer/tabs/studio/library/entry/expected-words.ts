import type { PipelineCheck } from '../../../../../shared/pipeline.ts'
import { aboutTime } from '../../../orchestration/steps/about-time.ts'
import { w } from '../words.ts'

const t = w.entry

/** How long a run takes, and what it would take one step after the other where that is more; empty where nothing is known. */
export function expectedWords({ expectedMs, sequentialMs }: PipelineCheck): string {
  if (expectedMs === 0) return ''
  return sequentialMs > expectedMs ? t.timeOf(aboutTime(expectedMs), aboutTime(sequentialMs)) : t.timeAlone(aboutTime(expectedMs))
}
