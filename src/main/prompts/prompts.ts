import type { AppEventBody } from '../../shared/app-state.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { Prompt } from '../../shared/prompt.ts'

export interface PromptParts {
  readonly store: {
    prompts(): Promise<Prompt[]>
    savePrompt(prompt: Prompt): Promise<void>
    removePrompt(id: string): Promise<void>
  }
  readonly publish: (event: AppEventBody) => void
}

/** The user's saved prompts: read once, kept in memory, saved and told to all windows at each change. */
export class Prompts {
  readonly #parts: PromptParts
  #all: readonly Prompt[]

  private constructor(parts: PromptParts, all: readonly Prompt[]) {
    this.#parts = parts
    this.#all = all
  }

  static async load(parts: PromptParts): Promise<Prompts> {
    return new Prompts(parts, await parts.store.prompts())
  }

  list(): Prompt[] {
    return [...this.#all]
  }

  /** Adds it, or replaces the one with its id. Throws 'invalid-input' where another one has its name. */
  async save(prompt: Prompt): Promise<Prompt> {
    const name = prompt.name.toLowerCase()
    if (this.#all.some((other) => other.id !== prompt.id && other.name.toLowerCase() === name)) {
      throw new TuttiError('invalid-input', `Another prompt is called /${prompt.name}. Choose another name.`, {
        data: { field: 'name', value: prompt.name },
      })
    }
    await this.#parts.store.savePrompt(prompt)
    const known = this.#all.some((other) => other.id === prompt.id)
    this.#tell(known ? this.#all.map((other) => (other.id === prompt.id ? prompt : other)) : [...this.#all, prompt])
    return prompt
  }

  async remove(id: string): Promise<void> {
    if (!this.#all.some((prompt) => prompt.id === id))
      throw new TuttiError('not-found', `There is no prompt ${id}; it may have been deleted.`)
    await this.#parts.store.removePrompt(id)
    this.#tell(this.#all.filter((prompt) => prompt.id !== id))
  }

  #tell(all: readonly Prompt[]): void {
    this.#all = all
    this.#parts.publish({ type: 'prompts-changed', prompts: this.list() })
  }
}
