import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { BASELINE_FILE, DATA_FOLDER } from './recorded-data.ts'

export interface BaselineRun {
  readonly ok: number
  /** Dollars for 1,000 such questions. */
  readonly c: number
  /** Calls. */
  readonly d: number
}

type Point = { readonly q: number; readonly c: number }

export interface Baseline {
  readonly names: Readonly<Record<string, string>>
  readonly orders: Readonly<Record<string, readonly string[]>>
  readonly split: (seed: number) => { readonly cal: readonly number[]; readonly test: readonly number[] }
  readonly fit: (order: readonly string[], cal: readonly number[], lambda: number) => { readonly run: (question: number) => BaselineRun }
  readonly aiq: (points: readonly Point[], from: number, to: number) => number
  /** Every model that may be compared, by question. */
  readonly all: readonly { readonly ok: readonly number[]; readonly c: readonly number[] }[]
}

const Functions = z.custom<Baseline>((value) => typeof value === 'object' && value !== null && 'fit' in value && 'split' in value)

/** The baseline's own definitions, without what it prints: read from its file, so that it cannot differ from it. */
export async function loadBaseline(): Promise<Baseline> {
  const prints = /^(?:console\.log|for\(const o in orders\)|const A0=|\{const D=)/
  const definitions = readFileSync(BASELINE_FILE, 'utf8')
    .split('\n')
    .filter((line) => !prints.test(line))
    .join('\n')
  const folder = mkdtempSync(join(tmpdir(), 'tutti-baseline-'))
  const file = join(folder, 'baseline.mjs')
  process.env.DATA = DATA_FOLDER
  process.env.DS = 'gsm,crux'
  writeFileSync(file, `${definitions}\nexport const baseline = { names, orders, split, fit, aiq, all: all28 }\n`)
  try {
    const loaded: unknown = await import(file)
    return z.object({ baseline: Functions }).parse(loaded).baseline
  } finally {
    rmSync(folder, { recursive: true })
  }
}
