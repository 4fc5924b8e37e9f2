import { z } from 'zod'
import { ErrorCode } from '../../../../shared/errors.ts'
import { type Reading, right, wrong } from '../../settings/fields/reading.ts'
import { w } from '../words.ts'

const Json = z.record(z.string(), z.unknown())

/** How the texts of the inspector's fields are read and shown. */
export const plain = { show: (value: string) => value, read: (text: string): Reading<string> => right(text) }

export const needed = {
  show: (value: string) => value,
  read: (text: string): Reading<string> => (text.trim() === '' ? wrong(w.inspect.needed) : right(text)),
}

export const expression = {
  show: (value: string) => value,
  read: (text: string): Reading<string> => (text.trim() === '' ? wrong(w.inspect.missing) : right(text)),
}

/** Nothing where the field is empty. */
export const optional = {
  show: (value: string | undefined) => value ?? '',
  read: (text: string): Reading<string | undefined> => right(text.trim() === '' ? undefined : text),
}

/** A JSON object; nothing where the field is empty. */
export const optionalJson = {
  show: (value: Record<string, unknown> | undefined) => (value === undefined ? '' : JSON.stringify(value, null, 2)),
  read: (text: string): Reading<Record<string, unknown> | undefined> => (text.trim() === '' ? right(undefined) : readJson(text)),
}

export const json = {
  show: (value: Record<string, unknown>) => JSON.stringify(value, null, 2),
  read: (text: string): Reading<Record<string, unknown>> => readJson(text.trim() === '' ? '{}' : text),
}

function readJson(text: string): Reading<Record<string, unknown>> {
  try {
    const read = Json.safeParse(JSON.parse(text))
    return read.success ? right(read.data) : wrong(w.inspect.notObject)
  } catch {
    return wrong(w.inspect.notJson)
  }
}

/** One a line. */
export const lines = {
  show: (value: readonly string[]) => value.join('\n'),
  read: (text: string): Reading<string[]> => right(parted(text, '\n')),
}

export const errorCodes = {
  show: (value: readonly ErrorCode[]) => value.join(', '),
  read: (text: string): Reading<ErrorCode[]> => {
    const asked = parted(text, ',')
    const codes = asked.flatMap((code) => ErrorCode.safeParse(code).data ?? [])
    const unknown = asked.filter((code) => !codes.some((known) => known === code))
    return unknown.length === 0 ? right(codes) : wrong(w.inspect.unknownCodes(unknown.join(', ')))
  },
}

/** "name: amount" a line. */
export const amounts = {
  show: (value: Readonly<Record<string, number>>) =>
    Object.entries(value)
      .map(([name, amount]) => `${name}: ${amount}`)
      .join('\n'),
  read: (text: string): Reading<Record<string, number>> => {
    const pairs = parted(text, '\n').map((line) => /^([^:]+):\s*(\d+)$/.exec(line))
    if (pairs.some((pair) => pair === null || Number(pair[2]) < 1)) return wrong(w.inspect.notPairs)
    return right(Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1]?.trim() ?? '', Number(pair[2])]]))))
  },
}

function parted(text: string, by: string): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
