import type { Migration } from '../migrate.ts'

/**
 * `number` columns are explicit integer keys because the full-text tables point at them, and a copy by VACUUM may renumber implicit ones.
 * Times are epoch ms and may have a fraction; money is in whole micro-dollars.
 * A message and its parent always belong to one conversation: the foreign key has both columns.
 */
export const firstTables: Migration = {
  version: 1,
  name: 'first tables',
  sql: `
CREATE TABLE large_values (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, bytes INTEGER NOT NULL, added_at REAL NOT NULL
) STRICT;

CREATE TABLE conversations (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  system_prompt TEXT NOT NULL,
  preset_id TEXT,
  head_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
  created_at REAL NOT NULL,
  updated_at REAL NOT NULL,
  removed_at REAL
) STRICT;
CREATE INDEX conversations_by_age ON conversations (updated_at);

CREATE TABLE messages (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  parent_id TEXT,
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
  text TEXT NOT NULL,
  run_id TEXT REFERENCES runs (id) ON DELETE SET NULL,
  main_speaker TEXT,
  created_at REAL NOT NULL,
  UNIQUE (conversation_id, id),
  FOREIGN KEY (conversation_id, parent_id) REFERENCES messages (conversation_id, id)
) STRICT;
CREATE INDEX messages_by_parent ON messages (conversation_id, parent_id);
CREATE INDEX messages_by_run ON messages (run_id);

CREATE TABLE message_attachments (
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  PRIMARY KEY (message_id, position)
) STRICT;
CREATE INDEX message_attachments_by_file ON message_attachments (attachment_id);

CREATE TABLE runs (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES runs (id) ON DELETE CASCADE,
  fork_of TEXT REFERENCES runs (id) ON DELETE SET NULL,
  orchestrator TEXT NOT NULL,
  orchestrator_version INTEGER NOT NULL,
  app_version TEXT NOT NULL,
  seed TEXT NOT NULL,
  input TEXT,
  input_hash TEXT REFERENCES large_values (hash),
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  budget_micros INTEGER,
  allow_no_price INTEGER NOT NULL,
  conversation_id TEXT REFERENCES conversations (id),
  message_id TEXT REFERENCES messages (id) ON DELETE CASCADE,
  started_at REAL NOT NULL
) STRICT;
CREATE INDEX runs_by_parent ON runs (parent_id);
CREATE INDEX runs_by_start ON runs (started_at);
CREATE INDEX runs_by_conversation ON runs (conversation_id, started_at, number);
CREATE INDEX runs_by_message ON runs (message_id);
CREATE INDEX runs_running ON runs (started_at) WHERE state = 'running';

CREATE TABLE run_events (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at REAL NOT NULL,
  type TEXT NOT NULL,
  body TEXT,
  body_hash TEXT REFERENCES large_values (hash),
  PRIMARY KEY (run_id, seq)
) STRICT;

CREATE TABLE effects (
  number INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  digest TEXT NOT NULL,
  input TEXT,
  input_hash TEXT REFERENCES large_values (hash),
  ok INTEGER NOT NULL,
  value TEXT,
  value_hash TEXT REFERENCES large_values (hash),
  ended_at REAL NOT NULL,
  UNIQUE (run_id, path)
) STRICT;

CREATE TABLE attempts (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  number INTEGER NOT NULL,
  model TEXT NOT NULL,
  state TEXT NOT NULL,
  reserved_micros INTEGER NOT NULL,
  cost_micros INTEGER,
  input_tokens INTEGER,
  cache_read_tokens INTEGER,
  cache_write_tokens INTEGER,
  output_tokens INTEGER,
  reasoning_tokens INTEGER,
  usage_estimated INTEGER,
  text TEXT NOT NULL,
  error TEXT,
  started_at REAL NOT NULL,
  ended_at REAL,
  PRIMARY KEY (run_id, path, number)
) STRICT;
CREATE INDEX attempts_by_start ON attempts (started_at, state, cost_micros, reserved_micros);

CREATE TABLE settings (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE providers (key TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE presets (key TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE models (key TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE model_lists (key TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE tabs (key TEXT PRIMARY KEY, position INTEGER NOT NULL, active INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL) STRICT;
CREATE TABLE damaged_rows (
  number INTEGER PRIMARY KEY, table_name TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, problem TEXT NOT NULL, at REAL NOT NULL
) STRICT;

CREATE VIRTUAL TABLE conversation_search USING fts5 (
  title, content = 'conversations', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER conversation_search_added AFTER INSERT ON conversations BEGIN
  INSERT INTO conversation_search (rowid, title) VALUES (new.number, new.title);
END;
CREATE TRIGGER conversation_search_changed AFTER UPDATE OF title ON conversations BEGIN
  INSERT INTO conversation_search (conversation_search, rowid, title) VALUES ('delete', old.number, old.title);
  INSERT INTO conversation_search (rowid, title) VALUES (new.number, new.title);
END;
CREATE TRIGGER conversation_search_removed AFTER DELETE ON conversations BEGIN
  INSERT INTO conversation_search (conversation_search, rowid, title) VALUES ('delete', old.number, old.title);
END;

CREATE VIRTUAL TABLE message_search USING fts5 (
  text, content = 'messages', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER message_search_added AFTER INSERT ON messages BEGIN
  INSERT INTO message_search (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER message_search_changed AFTER UPDATE OF text ON messages BEGIN
  INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.number, old.text);
  INSERT INTO message_search (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER message_search_removed AFTER DELETE ON messages BEGIN
  INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.number, old.text);
END;
`,
}
