import { join } from 'node:path'
import type { Clock } from '../kernel/clock.ts'
import type { Journal } from '../kernel/journal.ts'
import { AttachmentStore } from './attachment-store.ts'
import { ConversationStore } from './conversation-store.ts'
import { openDatabase } from './open-database.ts'
import { purgeRemoved } from './purge.ts'
import { SettingsStore } from './settings-store.ts'
import { SqliteJournal } from './sqlite-journal.ts'

export interface Store {
  readonly journal: Journal
  readonly conversations: ConversationStore
  readonly settings: SettingsStore
  readonly attachments: AttachmentStore
  /** What the user must be told: sentences about what was set aside. */
  readonly notices: readonly string[]
  /** Writes what is queued and closes the database. */
  close(): void
}

/**
 * Opens what is kept in the data folder `home` and makes it, owner-only, where there is none. Only the one core of a data folder may.
 * Throws TuttiError 'newer-data' where a newer version wrote the database, 'internal' where the folder cannot be used.
 */
export async function openStore({ home, clock, appVersion }: { home: string; clock: Clock; appVersion: string }): Promise<Store> {
  const opened = openDatabase({ path: join(home, 'tutti.db'), now: clock.now(), appVersion })
  const { database } = opened
  const notices = [...opened.notices]
  const settings = new SettingsStore(database, clock, (notice) => notices.push(notice))
  const attachments = new AttachmentStore(database, join(home, 'attachments'), clock)
  try {
    await attachments.forget(await purgeRemoved(database, clock.now()))
    // Damaged rows are told at the start, not when somebody happens to look.
    await settings.check()
  } catch (thrown) {
    database.close()
    throw thrown
  }
  return {
    journal: new SqliteJournal(database),
    conversations: new ConversationStore(database),
    settings,
    attachments,
    notices,
    close: () => database.close(),
  }
}
