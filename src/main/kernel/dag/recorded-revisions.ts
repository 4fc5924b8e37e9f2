/** A revision that an earlier process made of the same graph. */
export interface RecordedRevision {
  readonly number: number
  /** Nodes that had not started when it was made. */
  readonly open: readonly string[]
}

interface Turn {
  readonly number: number
  readonly come: () => void
}

/**
 * Keeps a resumed graph from being faster than its plan: until a recorded revision is made again, no node starts that had not started when
 * it was made. So the planner finds the graph as it was, whoever replays faster. The nodes before it are free, so it always comes to pass,
 * unless the code has changed; then, once nothing else is left to wait for, the rest is given up.
 */
export class RecordedRevisions {
  readonly #left: Map<number, ReadonlySet<string>>
  #turns: Turn[] = []

  constructor(recorded: readonly RecordedRevision[]) {
    this.#left = new Map(recorded.map(({ number, open }) => [number, new Set(open)]))
  }

  /** Whether a node has to wait for a revision. */
  holds(id: string): boolean {
    for (const open of this.#left.values()) if (open.has(id)) return true
    return false
  }

  /** Resolves when all revisions before this one are made again. */
  async turn(number: number): Promise<void> {
    if (!this.#isBehind(number)) return
    await new Promise<void>((come) => this.#turns.push({ number, come }))
  }

  /** The revision is made (again); false where none of this number was left. */
  done(number: number): boolean {
    const wasLeft = this.#left.delete(number)
    this.#call()
    return wasLeft
  }

  /** Gives up what is left where nobody is there to make it again: `running` pieces of work, all of which wait for their turn. */
  giveUp(running: number): boolean {
    if (this.#left.size === 0 || running > this.#turns.length) return false
    this.#left.clear()
    this.#call()
    return true
  }

  #isBehind(number: number): boolean {
    return [...this.#left.keys()].some((other) => other < number)
  }

  #call(): void {
    const due = this.#turns.filter((turn) => !this.#isBehind(turn.number))
    this.#turns = this.#turns.filter((turn) => this.#isBehind(turn.number))
    for (const { come } of due) come()
  }
}
