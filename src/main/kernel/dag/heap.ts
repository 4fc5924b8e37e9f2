/** A binary heap: `pop` gives the item that comes before all others. `comesBefore` is a strict order without ties. */
export class Heap<T> {
  readonly #items: T[] = []
  readonly #comesBefore: (a: T, b: T) => boolean

  constructor(comesBefore: (a: T, b: T) => boolean) {
    this.#comesBefore = comesBefore
  }

  get size(): number {
    return this.#items.length
  }

  push(item: T): void {
    const items = this.#items
    let place = items.length
    items.push(item)
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = items[above]
      if (parent === undefined || !this.#comesBefore(item, parent)) break
      items[place] = parent
      place = above
    }
    items[place] = item
  }

  pop(): T | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (last !== undefined && items.length > 0) this.#sink(last)
    return first
  }

  /** Takes everything out, in no order. */
  clear(): T[] {
    return this.#items.splice(0)
  }

  #sink(item: T): void {
    const items = this.#items
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      let child = items[below]
      if (child === undefined) break
      const right = items[below + 1]
      if (right !== undefined && this.#comesBefore(right, child)) {
        below += 1
        child = right
      }
      if (!this.#comesBefore(child, item)) break
      items[place] = child
      place = below
    }
    items[place] = item
  }
}
