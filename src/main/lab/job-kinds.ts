import type { ModelRef } from '../../shared/ids.ts'
import type { DataSet, Disagreement, Experiment, ExperimentResults } from '../../shared/lab.ts'
import { jobKind } from '../store/worker/job.ts'
import type { TokenPrice } from './data/read-answers.ts'
import type { LearnInput } from './learn/learn.ts'
import type { LearnedState } from './learn/learned-state.ts'

export interface ImportInput {
  readonly id: string
  readonly name: string
  /** Paths of uploads. */
  readonly questions: string
  readonly answers: string | null
  /** By model, for tables that count tokens. */
  readonly prices: Readonly<Record<string, TokenPrice>>
  /** References of known models by the name that tables give them. */
  readonly models: Readonly<Record<string, ModelRef>>
  /** Epoch ms. */
  readonly at: number
}

/** Bytes. */
export interface ImportProgress {
  readonly done: number
  readonly total: number
}

/** Rows that were stored since the last part. */
export interface RowsDone {
  readonly rows: number
  readonly micros: number
}

export const importDataSetJob = jobKind<ImportInput, DataSet, ImportProgress>('import-data-set')
/** A million rows take a while. */
export const removeDataSetJob = jobKind<string, null>('remove-data-set')
export const runRecordedJob = jobKind<Experiment, null, RowsDone>('run-recorded')
export const resultsJob = jobKind<Experiment, ExperimentResults>('lab-results')
export const disagreementsJob = jobKind<
  { readonly experiment: Experiment; readonly offset: number; readonly limit: number },
  { readonly total: number; readonly items: Disagreement[] }
>('lab-disagreements')
export const exportExperimentJob = jobKind<
  { readonly experiment: Experiment; readonly dataSet: DataSet; readonly format: 'csv' | 'json' },
  string
>('lab-export')
export const learnJob = jobKind<LearnInput, LearnedState>('lab-learn')
