import type { Migration } from '../migrate.ts'

/**
 * By what lists of runs are narrowed: the preset, and the models that members were asked with or that were called. Both stand in a run's
 * own events and attempts; triggers write them down in the same transaction.
 */
export const listsOfRuns: Migration = {
  version: 9,
  name: 'lists of runs',
  sql: `
ALTER TABLE runs ADD COLUMN preset_id TEXT;
CREATE INDEX runs_by_preset ON runs (preset_id, started_at, number);
CREATE INDEX runs_by_orchestrator ON runs (orchestrator, started_at, number);

CREATE TABLE run_models (
  model TEXT NOT NULL, run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, PRIMARY KEY (model, run_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_models_by_run ON run_models (run_id);
CREATE INDEX run_kinds_by_strategy ON run_kinds (strategy, run_id);
CREATE INDEX run_kinds_by_task ON run_kinds (task, run_id);

CREATE TRIGGER run_listed AFTER INSERT ON run_events WHEN new.type = 'run-started' BEGIN
  UPDATE runs SET preset_id = json_extract(new.body, '$.presetId') WHERE id = new.run_id;
  INSERT OR IGNORE INTO run_models
    SELECT json_extract(value, '$.model'), new.run_id FROM json_each(new.body, '$.speakers');
END;
CREATE TRIGGER run_model_called AFTER INSERT ON attempts BEGIN
  INSERT OR IGNORE INTO run_models VALUES (new.model, new.run_id);
END;
CREATE TRIGGER run_model_changed AFTER UPDATE OF model ON attempts WHEN new.model <> old.model BEGIN
  INSERT OR IGNORE INTO run_models VALUES (new.model, new.run_id);
END;

UPDATE runs SET preset_id = json_extract(body, '$.presetId') FROM run_events WHERE run_id = id AND type = 'run-started';
INSERT OR IGNORE INTO run_models
  SELECT json_extract(value, '$.model'), run_id FROM run_events, json_each(body, '$.speakers') WHERE run_events.type = 'run-started';
INSERT OR IGNORE INTO run_models SELECT model, run_id FROM attempts;
`,
}
