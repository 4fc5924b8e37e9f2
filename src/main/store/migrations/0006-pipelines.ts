import type { Migration } from '../migrate.ts'

/** Saved pipelines, as documents. */
export const pipelines: Migration = {
  version: 6,
  name: 'pipelines',
  sql: `
CREATE TABLE pipelines (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
`,
}
