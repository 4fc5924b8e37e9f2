/** Paths of fields that stand in `raw` and that its parsed form does not know ("presets.0.colour"); a file's own `$schema` is for editors. */
export function unknownFields(raw: unknown, parsed: unknown, path = ''): string[] {
  if (Array.isArray(raw)) {
    const items: readonly unknown[] = Array.isArray(parsed) ? parsed : []
    return raw.flatMap((item, index) => unknownFields(item, items[index], join(path, String(index))))
  }
  if (!isRecord(raw)) return []
  const known = isRecord(parsed) ? parsed : {}
  return Object.entries(raw).flatMap(([key, value]) =>
    key in known ? unknownFields(value, known[key], join(path, key)) : path === '' && key === '$schema' ? [] : [join(path, key)],
  )
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
