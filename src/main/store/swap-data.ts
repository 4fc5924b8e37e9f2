import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What takes part; everything else of the data folder (keys, the window's place) stays. */
const DATA = ['tutti.db', 'tutti.db-wal', 'tutti.db-shm', 'attachments'] as const
const MARK = 'swap.json'

/** Where data lie that were replaced, one folder each, named after when and why. */
export const SET_ASIDE = 'set-aside'

const Swap = z.object({
  /** Below the data folder: the data that are to be used from now on. */
  from: z.string().regex(/^(incoming|set-aside)\/[\w.-]+$/),
  /** Below the data folder, for the present ones; null: they are deleted. */
  to: z
    .string()
    .regex(/^set-aside\/[\w.-]+$/)
    .nullable(),
  /** `out`: the present data are being moved away; `in`: the others come. */
  phase: z.enum(['out', 'in']),
})
export type Swap = z.infer<typeof Swap>

/** Notes that at the next start other data take the place of the present ones. */
export function planSwap(home: string, swap: Omit<Swap, 'phase'>): void {
  save(home, { ...swap, phase: 'out' })
}

/**
 * Does what was planned, before the database is opened. Every step is a rename and can be done again: a process that was killed in
 * between goes on at the next start, and at no moment is anything there twice or not at all. Returns whether there was a plan.
 */
export function completeSwap(home: string): boolean {
  const mark = join(home, MARK)
  if (!existsSync(mark)) return false
  const swap = Swap.parse(JSON.parse(readFileSync(mark, 'utf8')))
  const from = join(home, swap.from)
  const away = join(home, swap.to ?? `${SET_ASIDE}/deleted`)
  if (swap.phase === 'out') {
    moveAll(home, away)
    save(home, { ...swap, phase: 'in' })
  }
  moveAll(from, home)
  rmSync(from, { recursive: true, force: true })
  if (swap.to === null) rmSync(away, { recursive: true, force: true })
  rmSync(mark)
  return true
}

function moveAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of DATA) {
    if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name))
  }
}

/** Under another name first: the mark is whole or not there. */
function save(home: string, swap: Swap): void {
  const unfinished = join(home, `${MARK}.new`)
  writeFileSync(unfinished, JSON.stringify(swap), { mode: 0o600, flush: true })
  renameSync(unfinished, join(home, MARK))
  syncFolder(home)
}

/** Windows cannot open a folder and needs no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
