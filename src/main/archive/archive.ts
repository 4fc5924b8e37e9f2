import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataPlace, DataTaskKind } from '../../shared/data.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Clock } from '../kernel/clock.ts'
import { planSwap, SET_ASIDE } from '../store/swap-data.ts'
import type { JobKind } from '../store/worker/job.ts'
import type { JobRunner } from '../store/worker/job-thread.ts'
import {
  backUpJob,
  checkBackupJob,
  emptyCopyJob,
  exportAllJob,
  exportConversationJob,
  exportRunJob,
  importChatsJob,
  type MadeFile,
  type Progress,
  placeJob,
} from './job-kinds.ts'
import { asideName } from './place.ts'
import { DataTasks } from './transfer/data-tasks.ts'
import { HeldFiles } from './transfer/held-files.ts'

/** Backups that were unpacked and checked, each in a folder named after its task. */
const INCOMING = 'incoming'
/** Time for the answer to reach the page before its connection ends, in ms. */
const BEFORE_RESTART_MS = 100

export interface ArchiveParts {
  readonly home: string
  readonly appVersion: string
  readonly clock: Clock
  readonly jobs: JobRunner
  /** Conversations were added behind the core's back: windows read the list again. */
  readonly conversationsAdded: () => Promise<void>
  /** Ends this core and starts it anew, which completes a planned swap. */
  readonly restart: () => void
}

/** What goes in and out of the data folder as a whole: exports, backups, imports, restoring and deleting. */
export class Archive {
  readonly tasks: DataTasks
  readonly files: HeldFiles
  readonly #parts: ArchiveParts

  private constructor(parts: ArchiveParts, files: HeldFiles) {
    this.#parts = parts
    this.files = files
    this.tasks = new DataTasks(parts.clock)
  }

  /** What an earlier core left unfinished is deleted. */
  static async open(parts: ArchiveParts): Promise<Archive> {
    await rm(join(parts.home, INCOMING), { recursive: true, force: true })
    return new Archive(parts, await HeldFiles.open(parts.home))
  }

  place(signal?: AbortSignal): Promise<DataPlace> {
    return this.#parts.jobs.run(placeJob, null, { signal })
  }

  exportConversation(input: { id: ConversationId; format: 'markdown' | 'json' | 'pdf'; language: Language }): { taskId: string } {
    return this.#make('export', input.id, exportConversationJob, (path) => ({ ...input, path }))
  }

  exportRun(input: { id: RunId; format: 'markdown' | 'json'; language: Language }): { taskId: string } {
    return this.#make('export', input.id, exportRunJob, (path) => ({ ...input, path }))
  }

  exportAll(language: Language): { taskId: string } {
    return this.#make('export', '', exportAllJob, (path) => ({ path, language }))
  }

  backUp(): { taskId: string } {
    const { appVersion } = this.#parts
    return this.#make('back-up', '', backUpJob, (path) => ({ path, appVersion }))
  }

  importChats(upload: string): { taskId: string } {
    const { path, name } = this.files.uploaded(upload)
    return this.tasks.start({
      kind: 'import',
      subject: name,
      work: async ({ signal, progress }) => {
        try {
          const onPart = (part: Progress) => progress(part.done, part.total)
          return { imported: await this.#parts.jobs.run(importChatsJob, { path }, { signal, onPart }) }
        } finally {
          // What came in before a stop or an error is there, and is shown.
          await this.#parts.conversationsAdded()
          await this.files.discard(upload)
        }
      },
    })
  }

  checkBackup(upload: string): { taskId: string } {
    const { path, name } = this.files.uploaded(upload)
    const { home, appVersion, jobs } = this.#parts
    return this.tasks.start({
      kind: 'check-backup',
      subject: name,
      work: async ({ taskId, signal, progress }) => {
        try {
          const folder = join(home, INCOMING, taskId)
          const onPart = (part: Progress) => progress(part.done, part.total)
          return { backup: await jobs.run(checkBackupJob, { path, folder, appVersion }, { signal, onPart }) }
        } finally {
          await this.files.discard(upload)
        }
      },
    })
  }

  async restore(taskId: string): Promise<void> {
    if (this.tasks.get(taskId)?.backup == null)
      throw new TuttiError('not-found', 'This backup is not at hand any more. Choose its file again.')
    this.#swap({ from: `${INCOMING}/${taskId}`, to: `${SET_ASIDE}/${asideName(this.#parts.clock.now(), 'restore')}` })
  }

  async bringBack(id: string): Promise<void> {
    await this.#aside(id)
    this.#swap({ from: `${SET_ASIDE}/${id}`, to: `${SET_ASIDE}/${asideName(this.#parts.clock.now(), 'undo')}` })
  }

  async forgetSetAside(id: string): Promise<void> {
    await rm(await this.#aside(id), { recursive: true })
  }

  /** Also what was set aside, and copies of the database from before a migration. */
  async deleteAll(signal?: AbortSignal): Promise<void> {
    const { home, appVersion, clock, jobs } = this.#parts
    const from = `${INCOMING}/${clock.id()}`
    await mkdir(join(home, INCOMING), { recursive: true, mode: 0o700 })
    await jobs.run(emptyCopyJob, { folder: join(home, from), appVersion }, { signal })
    for (const name of await readdir(home)) {
      if (name === SET_ASIDE || name === 'backups' || name.startsWith('tutti.db.damaged'))
        await rm(join(home, name), { recursive: true, force: true })
    }
    this.#swap({ from, to: null })
  }

  dismiss(id: string): Promise<void> {
    const task = this.tasks.dismiss(id)
    if (task?.backup != null) return rm(join(this.#parts.home, INCOMING, id), { recursive: true, force: true })
    return task?.file == null ? Promise.resolve() : this.files.discard(task.file.id)
  }

  close(): Promise<void> {
    return this.tasks.close()
  }

  #make<I>(kind: DataTaskKind, subject: string, job: JobKind<I, MadeFile, Progress> | JobKind<I, MadeFile>, inputAt: (path: string) => I) {
    return this.tasks.start({
      kind,
      subject,
      work: async ({ signal, progress }) => {
        const { id, path } = await this.files.newPath()
        const made: MadeFile = await this.#parts.jobs.run<I, MadeFile, Progress>(job, inputAt(path), {
          signal,
          onPart: (part) => progress(part.done, part.total),
        })
        return { file: await this.files.made(id, made.name, made.mediaType) }
      },
    })
  }

  #swap(plan: { from: string; to: string | null }): void {
    const { home, clock, restart } = this.#parts
    planSwap(home, plan)
    void clock.sleep(BEFORE_RESTART_MS).then(restart)
  }

  async #aside(id: string): Promise<string> {
    const folder = join(this.#parts.home, SET_ASIDE, id)
    const plain = /^[\w.-]+$/.test(id) && !id.startsWith('.')
    if (plain && (await stat(join(folder, 'tutti.db')).catch(() => null)) !== null) return folder
    throw new TuttiError('not-found', 'These data are not in the data folder any more.')
  }
}
