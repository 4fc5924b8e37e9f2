import type { ErrorCode } from '../../../../shared/errors.ts'

/** Errors whose remedy lies in Settings: the section where. */
const SECTIONS: Partial<Record<ErrorCode, string>> = {
  'no-key': 'providers',
  'wrong-key': 'providers',
  'no-price': 'models',
  'budget-exceeded': 'budgets',
  withheld: 'policies',
}

export function remedyPlace(code: ErrorCode): string | null {
  return SECTIONS[code] ?? null
}
