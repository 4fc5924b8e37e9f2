import { join } from 'node:path'
import type { Words } from '../../shared/sentence.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Journal } from '../kernel/journal.ts'
import { AttachmentStore } from './attachment-store.ts'
import { Checkpoints } from './checkpoints.ts'
import { ContextStore } from './context-store.ts'
import { ConversationStore } from './conversation-store.ts'
import { ExperienceStore } from './experience-store.ts'
import { LabStore } from './lab-store.ts'
import { MetricStore } from './metric-store.ts'
import { openDatabase } from './open-database.ts'
import { purgeRemoved } from './purge.ts'
import { SettingsStore } from './settings-store.ts'
import { SignalStore } from './signal-store.ts'
import { SqliteJournal } from './sqlite-journal.ts'
import { completeSwap } from './swap-data.ts'
import { VoteStore } from './vote-store.ts'
import { type JobRunner, JobThread } from './worker/job-thread.ts'

export interface Store {
  readonly journal: Journal
  readonly conversations: ConversationStore
  readonly settings: SettingsStore
  readonly context: ContextStore
  readonly attachments: AttachmentStore
  readonly metrics: MetricStore
  readonly votes: VoteStore
  readonly signals: SignalStore
  readonly lab: LabStore
  readonly experience: ExperienceStore
  /** What the user must be told: sentences about what was set aside. */
  readonly notices: readonly Words[]
  /** The worker thread on the same data, for whatever takes longer than a few ms. */
  readonly jobs: JobRunner
  /** Writes what is queued, ends the worker and closes the database. */
  close(): Promise<void>
}

/**
 * Opens what is kept in the data folder `home` and makes it, owner-only, where there is none. Only the one core of a data folder may.
 * Throws TuttiError 'newer-data' where a newer version wrote the database, 'internal' where the folder cannot be used.
 */
export async function openStore({ home, clock, appVersion }: { home: string; clock: Clock; appVersion: string }): Promise<Store> {
  completeSwap(home)
  const path = join(home, 'tutti.db')
  const jobs = new JobThread({ home })
  const checkpoints = new Checkpoints(path, jobs)
  const opened = openDatabase({ path, now: clock.now(), appVersion, committed: () => checkpoints.committed() })
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
    journal: new SqliteJournal(database, jobs),
    conversations: new ConversationStore(database, jobs),
    settings,
    context: new ContextStore(database, clock),
    attachments,
    metrics: new MetricStore(database),
    votes: new VoteStore(database),
    signals: new SignalStore(database),
    lab: new LabStore(database),
    experience: new ExperienceStore(database),
    notices,
    jobs,
    close: async () => {
      await jobs.close()
      database.close()
    },
  }
}
