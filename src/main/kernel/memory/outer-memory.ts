import type { MemoryHolder, MemorySpaces } from './memory-spaces.ts'
import type { SharedMemory } from './shared-memory.ts'

/** A run's way to the scopes around it, which are read when it first asks for one. */
export class OuterMemory {
  readonly #spaces: MemorySpaces
  readonly #holder: Omit<MemoryHolder, 'run'>
  #opened: Promise<SharedMemory> | null = null
  #isClosed = false

  constructor(spaces: MemorySpaces, holder: Omit<MemoryHolder, 'run'>) {
    this.#spaces = spaces
    this.#holder = holder
  }

  open(): Promise<SharedMemory> {
    this.#opened ??= this.#spaces.open(this.#holder).catch((thrown) => {
      this.#opened = null
      throw thrown
    })
    return this.#opened
  }

  /** Gives the spaces back. Once; later calls change nothing. */
  close(): void {
    if (this.#isClosed || this.#opened === null) return
    this.#isClosed = true
    this.#spaces.close(this.#holder)
  }
}
