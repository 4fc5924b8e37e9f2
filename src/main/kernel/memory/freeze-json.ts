import { TuttiError } from '../../../shared/errors.ts'

/**
 * A frozen copy of a value as JSON has it, and its size in bytes.
 * Throws `invalid-input` for what JSON cannot say (undefined, functions, cycles, big integers).
 */
export function freezeJson(key: string, value: unknown): { value: unknown; bytes: number } {
  const json = jsonOf(key, value)
  return { value: JSON.parse(json, (_, part) => Object.freeze(part)), bytes: Buffer.byteLength(json) }
}

function jsonOf(key: string, value: unknown): string {
  try {
    const json = JSON.stringify(value)
    if (json !== undefined) return json
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message.split('\n')[0] : String(thrown)
    throw new TuttiError('invalid-input', `“${key}” cannot be shared: its value is not JSON (${reason}).`, { cause: thrown })
  }
  throw new TuttiError('invalid-input', `“${key}” cannot be shared: ${typeof value} is not JSON. Put null for nothing.`)
}
