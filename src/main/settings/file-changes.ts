import { isDeepStrictEqual } from 'node:util'
import type { FileArea, FileChange } from '../../shared/settings-file.ts'
import { isRecord } from '../../shared/unknown-fields.ts'

/** What differs between two states of an item, field by field; of an item that is new or that is no record, the whole. */
export function changesOf(area: FileArea, item: string, before: unknown, after: unknown): FileChange[] {
  if (isDeepStrictEqual(before, after)) return []
  if (!isRecord(before) || !isRecord(after)) return [{ area, item, field: '', before: asText(before), after: asText(after) }]
  return differences(before, after, '').map(({ field, from, to }) => ({ area, item, field, before: asText(from), after: asText(to) }))
}

interface Difference {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

function differences(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>, path: string): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => {
    const field = path === '' ? key : `${path}.${key}`
    const from = before[key]
    const to = after[key]
    if (isDeepStrictEqual(from, to)) return []
    return isRecord(from) && isRecord(to) ? differences(from, to, field) : [{ field, from, to }]
  })
}

function asText(value: unknown): string | null {
  return value === undefined || value === null ? null : (JSON.stringify(value) ?? null)
}
