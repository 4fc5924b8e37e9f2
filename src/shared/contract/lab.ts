import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ExperimentId } from '../ids.ts'
import { DataSet, Disagreement, Experiment, ExperimentEstimate, ExperimentResults, LabView, NewExperiment } from '../lab.ts'
import { Micros } from '../money.ts'
import { base } from './base.ts'

const upload = z.string().max(80)
const one = z.object({ id: ExperimentId })
const MOST_AT_ONCE = 200

/** Data sets, experiments on them, and what routing learns from those. */
export const labContract = {
  view: base.output(LabView),
  /** The whole view, now and after its changes. */
  watch: base.output(eventIterator(LabView)),
  /** Of uploads of `data.beginUpload`: JSONL or CSV. Answers when everything is in. */
  importData: base
    .input(z.object({ questions: upload, answers: upload.nullable().default(null), name: z.string().max(120).default('') }))
    .output(DataSet),
  removeDataSet: base.input(z.object({ id: z.string().max(80) })),
  estimate: base.input(NewExperiment).output(ExperimentEstimate),
  start: base.input(NewExperiment).output(Experiment),
  pause: base.input(one).output(Experiment),
  resume: base.input(one.extend({ budgetMicros: Micros.nullable().optional() })).output(Experiment),
  remove: base.input(one),
  results: base.input(one).output(ExperimentResults),
  disagreements: base
    .input(one.extend({ offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(MOST_AT_ONCE).default(50) }))
    .output(z.object({ total: z.number().int(), items: z.array(Disagreement) })),
  export: base.input(one.extend({ format: z.enum(['csv', 'json']) })).output(z.object({ text: z.string() })),
  /** Calibrates routing by what the experiment's models answered. */
  learnRouting: base.input(one),
  /** Routing forgets what it learned from a data set. */
  forget: base.input(z.object({ id: z.string().max(80) })),
}
