import { formatNumber } from '../../shared/format.ts'

/** What a model is handed of one result at most: some fifteen thousand tokens. */
export const MAX_RESULT_CHARACTERS = 60_000

/** The text, or its beginning and how much of it is missing. */
export function cutResult(text: string, most = MAX_RESULT_CHARACTERS): string {
  if (text.length <= most) return text
  return `${text.slice(0, most)}\n\n[Cut here: these are the first ${formatNumber(most)} of ${formatNumber(text.length)} characters.]`
}
