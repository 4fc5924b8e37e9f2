import type { Migration } from '../migrate.ts'
import { firstTables } from './0001-first-tables.ts'
import { marksVotesPrompts } from './0002-marks-votes-prompts.ts'
import { metrics } from './0003-metrics.ts'
import { imports } from './0004-imports.ts'
import { sharedContext } from './0005-shared-context.ts'
import { pipelines } from './0006-pipelines.ts'
import { lab } from './0007-lab.ts'
import { experience } from './0008-experience.ts'
import { listsOfRuns } from './0009-lists-of-runs.ts'
import { runsOfTheLab } from './0010-runs-of-the-lab.ts'

/** Every step, oldest first. A step that has shipped is never changed; the next change is a new file. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  marksVotesPrompts,
  metrics,
  imports,
  sharedContext,
  pipelines,
  lab,
  experience,
  listsOfRuns,
  runsOfTheLab,
]
