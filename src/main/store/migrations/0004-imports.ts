import type { Migration } from '../migrate.ts'

/**
 * Where imported conversations came from, so that the same file brings nothing twice. `kept_spending` holds what calls cost whose rows
 * were deleted or replaced, by hour, so that a month's budget still counts them.
 */
export const imports: Migration = {
  version: 4,
  name: 'imports',
  sql: `
ALTER TABLE messages ADD COLUMN imported_id TEXT;
ALTER TABLE messages ADD COLUMN imported_model TEXT;
CREATE TABLE imports (
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  at REAL NOT NULL,
  PRIMARY KEY (source, source_id)
) STRICT;
CREATE INDEX imports_by_conversation ON imports (conversation_id);
CREATE TABLE kept_spending (at REAL NOT NULL, micros INTEGER NOT NULL) STRICT;
CREATE INDEX kept_spending_by_time ON kept_spending (at);
`,
}
