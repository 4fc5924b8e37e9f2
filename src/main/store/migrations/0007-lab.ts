import type { Migration } from '../migrate.ts'

/** Data sets, what models once answered to them, experiments, and what routing has learned from them. */
export const lab: Migration = {
  version: 7,
  name: 'lab',
  sql: `
CREATE TABLE lab_data_sets (
  id TEXT PRIMARY KEY,
  imported_at INTEGER NOT NULL,
  -- 0 until everything is in; what an import left half-way is deleted by the next.
  ready INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE lab_questions (
  data_set TEXT NOT NULL REFERENCES lab_data_sets (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  question TEXT NOT NULL,
  expected TEXT NOT NULL,
  task_type TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (data_set, number)
) STRICT;
CREATE UNIQUE INDEX lab_question_ids ON lab_questions (data_set, id);
CREATE INDEX lab_question_words ON lab_questions (data_set, substr(question, 1, 200));

CREATE TABLE lab_answers (
  data_set TEXT NOT NULL REFERENCES lab_data_sets (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  model TEXT NOT NULL,
  text TEXT,
  correct INTEGER NOT NULL,
  cost_micros REAL,
  latency_ms REAL,
  PRIMARY KEY (data_set, number, model)
) STRICT;

CREATE TABLE lab_experiments (
  id TEXT PRIMARY KEY,
  data_set TEXT NOT NULL REFERENCES lab_data_sets (id) ON DELETE CASCADE,
  started_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE lab_rows (
  experiment TEXT NOT NULL REFERENCES lab_experiments (id) ON DELETE CASCADE,
  entry INTEGER NOT NULL,
  number INTEGER NOT NULL,
  run_id TEXT,
  -- open: its run was started and has not been counted.
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'failed')),
  answer TEXT NOT NULL,
  correct INTEGER NOT NULL,
  cost_micros REAL NOT NULL,
  latency_ms REAL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (experiment, entry, number)
) STRICT;

CREATE TABLE learned (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
`,
}
