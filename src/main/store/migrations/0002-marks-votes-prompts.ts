import type { Migration } from '../migrate.ts'

/**
 * What a user says of conversations and answers, and saved prompts. Votes and signals hold no text and point at nothing with a foreign
 * key: they outlive the conversation that they came from.
 */
export const marksVotesPrompts: Migration = {
  version: 2,
  name: 'marks, votes and prompts',
  sql: `
ALTER TABLE conversations ADD COLUMN pinned_at REAL;
ALTER TABLE conversations ADD COLUMN group_name TEXT;
ALTER TABLE messages ADD COLUMN pinned_at REAL;
ALTER TABLE messages ADD COLUMN blind TEXT CHECK (blind IN ('hidden', 'revealed'));
ALTER TABLE messages ADD COLUMN thumb TEXT CHECK (thumb IN ('up', 'down'));

CREATE TABLE votes (
  number INTEGER PRIMARY KEY,
  answer_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  first_model TEXT NOT NULL,
  second_model TEXT NOT NULL,
  winner TEXT NOT NULL CHECK (winner IN ('first', 'second', 'tie')),
  task_type TEXT NOT NULL,
  at REAL NOT NULL
) STRICT;
CREATE INDEX votes_by_answer ON votes (answer_id);

CREATE TABLE signals (
  number INTEGER PRIMARY KEY,
  at REAL NOT NULL,
  kind TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  answer_id TEXT NOT NULL,
  run_id TEXT,
  preset_id TEXT,
  strategy TEXT,
  task_type TEXT NOT NULL,
  model TEXT
) STRICT;
CREATE INDEX signals_by_time ON signals (at);

CREATE TABLE prompts (key TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
`,
}
