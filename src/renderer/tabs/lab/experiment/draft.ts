import { type DataSet, NewExperiment } from '../../../../shared/lab.ts'

/** A new experiment as it is filled in. */
export type Draft = {
  readonly name: string
  readonly recorded: boolean
  readonly presets: readonly string[]
  /** '' is all. */
  readonly questions: string
  /** Dollars; '' is no limit. */
  readonly budget: string
}

/** null while it cannot be started. */
export function experimentOf({ name, recorded, presets, questions, budget }: Draft, dataSet: DataSet): NewExperiment | null {
  const parsed = NewExperiment.safeParse({
    name,
    dataSet: dataSet.id,
    presets,
    recorded,
    questions: questions === '' ? null : Number(questions),
    budgetMicros: recorded || budget === '' ? null : Math.round(Number(budget) * 1_000_000),
  })
  return parsed.success ? parsed.data : null
}
