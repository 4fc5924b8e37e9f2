import { createHash, hash } from 'node:crypto'

/** JSON with sorted keys, so that equal values have equal text; `undefined` counts as absent. */
function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const item: unknown = Reflect.get(value, key)
    if (item === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`
  }
  return `{${text}}`
}

/** SHA-256 (hex) of a JSON value, whatever the order of its keys. */
export function digestOf(value: unknown): string {
  return hash('sha256', canonicalJson(value))
}

/** A number in [0, 1) that depends on the parts alone. */
export function unitOf(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(parts.join('\u0000')).digest().readUIntBE(0, 6) / 2 ** 48
}
