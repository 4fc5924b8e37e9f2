import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { TuttiError } from '../../../shared/errors.ts'

/** The folder that holds everything Tutti keeps: `TUTTI_HOME`, or the platform's place for an application's data. Absolute. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  const chosen = env.TUTTI_HOME?.trim()
  if (!chosen) return envPaths('Tutti', { suffix: '' }).data
  return resolve(chosen === '~' || chosen.startsWith('~/') ? join(homedir(), chosen.slice(1)) : chosen)
}

/** Creates the folder for its owner alone. One that exists and that others may enter is closed to them. */
export function prepareDataFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const found = statSync(home)
    if (process.platform !== 'win32' && (found.mode & 0o077) !== 0 && found.uid === process.getuid?.()) chmodSync(home, 0o700)
  } catch (cause) {
    throw folderError(home, cause)
  }
}

/** What is wrong with a data folder, with the remedy. `data.folder` tells the command line which exit code this is. */
export function folderError(home: string, cause: unknown): TuttiError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `Tutti cannot use its data folder ${home} (${reason}). Make it writable, or set TUTTI_HOME to another folder.`
  return new TuttiError('denied', message, { cause, data: { folder: home } })
}
