import type { Migration } from '../migrate.ts'

/**
 * Metrics are counted from the journal: a trigger notes in the same transaction whatever has ended, and who counts it takes the note away
 * together with writing the counts. So each call counts once, whatever happens in between, and no call waits for it.
 * What is in the journal already is counted at the next start.
 * `metric_rows` outlive the runs that they were counted from; `at` is the epoch ms of the start of the step, local for days.
 */
export const metrics: Migration = {
  version: 3,
  name: 'metrics',
  sql: `
ALTER TABLE attempts ADD COLUMN first_token_ms REAL;
ALTER TABLE attempts ADD COLUMN vendor_cost_micros INTEGER;

CREATE TABLE metric_rows (
  step TEXT NOT NULL CHECK (step IN ('minute', 'hour', 'day')),
  at REAL NOT NULL,
  model TEXT NOT NULL,
  strategy TEXT NOT NULL,
  task TEXT NOT NULL,
  orchestrator TEXT NOT NULL,
  tally TEXT NOT NULL,
  PRIMARY KEY (step, at, model, strategy, task, orchestrator)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_kinds (
  run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE, strategy TEXT NOT NULL, task TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE metric_pending (
  number INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  path TEXT,
  part INTEGER NOT NULL
) STRICT;
CREATE INDEX metric_pending_by_run ON metric_pending (run_id);
CREATE INDEX attempts_by_end ON attempts (ended_at, model);

CREATE TRIGGER metric_attempt_added AFTER INSERT ON attempts WHEN new.ended_at IS NOT NULL BEGIN
  INSERT INTO metric_pending (run_id, path, part) VALUES (new.run_id, new.path, new.number);
END;
CREATE TRIGGER metric_attempt_ended AFTER UPDATE OF ended_at ON attempts WHEN old.ended_at IS NULL AND new.ended_at IS NOT NULL BEGIN
  INSERT INTO metric_pending (run_id, path, part) VALUES (new.run_id, new.path, new.number);
END;
CREATE TRIGGER metric_run_ended AFTER INSERT ON run_events WHEN new.type = 'run-finished' BEGIN
  INSERT INTO metric_pending (run_id, path, part) VALUES (new.run_id, NULL, new.seq);
END;

INSERT INTO metric_pending (run_id, path, part)
  SELECT run_id, path, number FROM attempts WHERE ended_at IS NOT NULL ORDER BY ended_at;
INSERT INTO metric_pending (run_id, path, part)
  SELECT run_id, NULL, seq FROM run_events WHERE type = 'run-finished' ORDER BY at;
`,
}
