type Links = Readonly<Record<string, readonly string[]>>

/** Links without those that follow from others: the transitive reduction. `links`: by stage, what it waits for. */
export function directLinks(links: Links): Record<string, string[]> {
  const known = new Map<string, ReadonlySet<string>>()
  const behind = (id: string): ReadonlySet<string> => {
    const found = known.get(id)
    if (found) return found
    // In a circle nothing follows from itself.
    known.set(id, new Set())
    const all = new Set((links[id] ?? []).flatMap((before) => [before, ...behind(before)]))
    known.set(id, all)
    return all
  }
  const isDirect = (one: string, others: readonly string[]) => !others.some((other) => other !== one && behind(other).has(one))
  return Object.fromEntries(Object.entries(links).map(([id, before]) => [id, before.filter((one) => isDirect(one, before))]))
}
