import { handler } from '../store/worker/job.ts'
import {
  disagreementsJob,
  exportExperimentJob,
  importDataSetJob,
  learnJob,
  removeDataSetJob,
  resultsJob,
  runRecordedJob,
} from './job-kinds.ts'

/** What this room has done in the worker; each part is loaded at first use. */
export const labJobs = [
  handler(importDataSetJob, async (input, context) => (await import('./data/import-data-set.ts')).importDataSet(input, context)),
  handler(removeDataSetJob, async (id, { db, breathe }) => (await import('./data/remove-data-set.ts')).removeDataSet(id, db, breathe)),
  handler(runRecordedJob, async (input, context) => (await import('./experiment/run-recorded.ts')).runRecorded(input, context)),
  handler(resultsJob, async (input, { db, breathe }) => (await import('./experiment/results.ts')).experimentResults(input, db, breathe)),
  handler(disagreementsJob, async (input, { db, breathe }) =>
    (await import('./experiment/disagreements.ts')).disagreements(input, db, breathe),
  ),
  handler(exportExperimentJob, async (input, { db, breathe }) =>
    (await import('./experiment/export-experiment.ts')).exportExperiment(input, db, breathe),
  ),
  handler(learnJob, async (input, context) => (await import('./learn/learn.ts')).learn(input, context)),
]
