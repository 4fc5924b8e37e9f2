import type { Migration } from '../migrate.ts'

/**
 * The shared context that outlives a run. An entry without value and hash expired or made room; its row keeps the number, because a version
 * names one value for ever.
 */
export const sharedContext: Migration = {
  version: 5,
  name: 'shared context',
  sql: `
ALTER TABLE runs ADD COLUMN project_id TEXT;
CREATE TABLE context_entries (
  scope TEXT NOT NULL CHECK (scope IN ('conversation', 'project', 'global')),
  place TEXT NOT NULL,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  value TEXT,
  value_hash TEXT REFERENCES large_values (hash),
  produced_by TEXT NOT NULL,
  sources TEXT NOT NULL,
  at REAL NOT NULL,
  expires_at REAL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (scope, place, key, version)
) STRICT;
CREATE INDEX context_entries_by_expiry ON context_entries (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX context_entries_by_value ON context_entries (value_hash) WHERE value_hash IS NOT NULL;
`,
}
