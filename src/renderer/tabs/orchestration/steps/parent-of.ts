/** The step in whose name another one stands, "read[2]" of a fan-out or "offer/ask" of a graph inside of a step; null for one of the run's own. */
export function parentOf(id: string, ids: ReadonlySet<string>): string | null {
  const cut = id.endsWith(']') ? id.lastIndexOf('[') : id.lastIndexOf('/')
  if (cut <= 0) return null
  const parent = id.slice(0, cut)
  return ids.has(parent) ? parent : null
}
