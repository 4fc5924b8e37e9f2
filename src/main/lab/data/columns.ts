import type { FileRecord } from './read-records.ts'

/** Names under which tables hold the same thing; the first is the one that is asked for. */
export const COLUMNS = {
  id: ['id', 'question_id', 'qid', 'key', 'task_id'],
  question: ['question', 'prompt', 'input', 'problem', 'query', 'instruction'],
  expected: ['expected', 'expected_answer', 'gold', 'target', 'reference', 'correct_answer', 'label', 'solution', 'answer'],
  taskType: ['task_type', 'task', 'type', 'category', 'dataset', 'subject', 'domain'],
  model: ['model', 'model_name', 'model_id'],
  /** A whole text, of which the answer is a part. */
  text: ['text', 'output', 'response', 'completion', 'generation', 'raw'],
  /** The answer alone. */
  answer: ['answer', 'ans', 'prediction', 'predicted', 'parsed'],
  right: ['right', 'correct', 'is_correct', 'ok', 'passed', 'score'],
  costMicros: ['cost_micros', 'cost_microdollars'],
  costDollars: ['cost', 'cost_usd', 'cost_dollars', 'price_usd', 'usd'],
  inputTokens: ['input_tokens', 'in_tokens', 'prompt_tokens', 'in_tok'],
  outputTokens: ['output_tokens', 'out_tokens', 'completion_tokens', 'out_tok'],
  inputPrice: ['input_price', 'price_in', 'input_per_million'],
  outputPrice: ['output_price', 'price_out', 'output_per_million'],
  latencyMs: ['latency_ms', 'latency', 'duration_ms', 'total_ms', 'ms'],
  latencySeconds: ['latency_s', 'latency_seconds', 'seconds', 'duration'],
} as const satisfies Record<string, readonly string[]>
export type Column = keyof typeof COLUMNS

/** What stands in a column, under any of its names; undefined where it is missing. */
export function cellOf({ fields }: Pick<FileRecord, 'fields'>, column: Column): string | undefined {
  for (const name of COLUMNS[column]) {
    const value = fields.get(name)
    if (value !== undefined) return value
  }
  return undefined
}

/** A number that is not negative, with a point or, as tables of many countries have it, a comma; null where there is none. */
export function amountOf(record: Pick<FileRecord, 'fields'>, column: Column): number | null {
  const text = cellOf(record, column)?.trim().replace(/^\$/, '')
  if (text === undefined || text === '') return null
  const value = Number(/^\d+,\d+$/.test(text) ? text.replace(',', '.') : text)
  return Number.isFinite(value) && value >= 0 ? value : null
}
