import type { Migration } from '../migrate.ts'
import { firstTables } from './0001-first-tables.ts'

/** Every step, oldest first. A step that has shipped is never changed; the next change is a new file. */
export const MIGRATIONS: readonly Migration[] = [firstTables]
