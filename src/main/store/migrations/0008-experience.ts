import type { Migration } from '../migrate.ts'

/** What runs and users have shown of models, and how good answers turned out to be. No words of anybody are kept. */
export const experience: Migration = {
  version: 8,
  name: 'experience',
  sql: `
CREATE TABLE model_evidence (
  task_type TEXT NOT NULL,
  model TEXT NOT NULL,
  -- Answers, older ones counting less, and the sum of their qualities, both as of at.
  count REAL NOT NULL,
  sum REAL NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (task_type, model)
) STRICT;

CREATE TABLE rated_answers (
  number INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL,
  speaker TEXT NOT NULL,
  task_type TEXT NOT NULL,
  features TEXT NOT NULL,
  -- What was predicted before it was known; NULL where nothing was claimed.
  predicted REAL,
  correct REAL NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (run_id, speaker)
) STRICT;
`,
}
