import type { ErrorCode, ErrorInfo } from '../../../shared/errors.ts'
import type { RunView } from '../../../shared/run.ts'

/** What the command line ends with, and what `tutti help` says of it. */
export const EXIT_CODES = {
  answered: { code: 0, means: 'answered' },
  failed: { code: 1, means: 'failed: no answer' },
  usage: { code: 2, means: 'bad input or usage' },
  budget: { code: 3, means: 'the budget does not allow it, or a model has no price' },
  key: { code: 4, means: 'a key is missing or was refused' },
  network: { code: 5, means: 'network or vendor' },
  folder: { code: 6, means: 'the data folder cannot be used' },
  cancelled: { code: 130, means: 'cancelled' },
} as const
type ExitName = keyof typeof EXIT_CODES

const BY_ERROR: Partial<Record<ErrorCode, ExitName>> = {
  'invalid-input': 'usage',
  'not-found': 'usage',
  'unknown-model': 'usage',
  'unknown-provider': 'usage',
  'cannot-take': 'usage',
  withheld: 'usage',
  'budget-exceeded': 'budget',
  'no-price': 'budget',
  'no-key': 'key',
  'wrong-key': 'key',
  forbidden: 'key',
  denied: 'key',
  'out-of-credit': 'key',
  'bad-request': 'network',
  'rate-limited': 'network',
  'vendor-error': 'network',
  unreachable: 'network',
  cut: 'network',
  malformed: 'network',
  timeout: 'network',
  'circuit-open': 'network',
  'core-gone': 'network',
  'newer-data': 'folder',
  damaged: 'folder',
  cancelled: 'cancelled',
}

function nameOf(error: Pick<ErrorInfo, 'code' | 'data'>): ExitName {
  // A folder error is about the place, whatever was wrong with it.
  if (error.data?.folder !== undefined) return 'folder'
  return BY_ERROR[error.code] ?? 'failed'
}

export function exitCodeOfError(error: Pick<ErrorInfo, 'code' | 'data'>): number {
  return EXIT_CODES[nameOf(error)].code
}

/** Where every member failed for one kind of reason, that reason is the exit code; mixed ones are plain "failed". */
export function exitCodeOfRun(run: RunView): number {
  if (run.state === 'done') return EXIT_CODES.answered.code
  if (run.state === 'cancelled') return EXIT_CODES.cancelled.code
  if (run.error !== null && run.error.code !== 'no-answer') return exitCodeOfError(run.error)
  const names = new Set(run.speakers.flatMap(({ result }) => (result?.error ? [nameOf(result.error)] : [])))
  const [only] = names
  return EXIT_CODES[only !== undefined && names.size === 1 ? only : 'failed'].code
}
