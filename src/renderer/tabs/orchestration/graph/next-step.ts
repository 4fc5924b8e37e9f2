type Place = { readonly x: number; readonly y: number }

const DIRECTIONS: Readonly<Record<string, Place>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
}

/** The step that an arrow key leads to: the nearest in that direction, where sideways steps count double. Null where there is none. */
export function nextStep(places: ReadonlyMap<string, Place>, from: string, key: string): string | null {
  const direction = DIRECTIONS[key]
  const start = places.get(from)
  if (!direction || !start) return null
  let best: { readonly id: string; readonly distance: number } | null = null
  for (const [id, place] of places) {
    const along = (place.x - start.x) * direction.x + (place.y - start.y) * direction.y
    if (along <= 0) continue
    const across = Math.abs((place.x - start.x) * direction.y) + Math.abs((place.y - start.y) * direction.x)
    const distance = along + across * 2
    if (!best || distance < best.distance) best = { id, distance }
  }
  return best?.id ?? null
}
