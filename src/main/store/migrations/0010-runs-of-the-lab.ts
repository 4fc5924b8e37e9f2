import type { Migration } from '../migrate.ts'

/** Lists of runs leave out those that an experiment asked, or show these alone. */
export const runsOfTheLab: Migration = {
  version: 10,
  name: 'runs of the Lab',
  sql: 'CREATE INDEX lab_rows_by_run ON lab_rows (run_id) WHERE run_id IS NOT NULL;',
}
