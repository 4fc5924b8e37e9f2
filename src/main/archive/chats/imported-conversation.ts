import type { LeftOut } from '../../../shared/data.ts'

export type Source = 'chatgpt' | 'claude'

/** A message of an export in our form. Ids are the export's own. */
export interface ImportedMessage {
  readonly id: string
  readonly parentId: string | null
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly model: string | null
  /** Epoch ms. */
  readonly createdAt: number
  /** Files whose text the export holds. */
  readonly files: readonly { readonly name: string; readonly text: string }[]
}

/** A conversation of an export: every parent stands before its children. */
export interface ImportedConversation {
  readonly source: Source
  readonly id: string
  readonly title: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly messages: readonly ImportedMessage[]
  /** The message at the end of the branch that was shown last. */
  readonly headId: string | null
}

/** Counts by reason what an import leaves out. */
export class LeftOutCounts {
  readonly #counts = new Map<LeftOut['reason'], number>()

  add(reason: LeftOut['reason'], count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count)
  }

  list(): LeftOut[] {
    return [...this.#counts].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count)
  }
}

/** The longest message that is taken over, in characters; what members are told is limited much further down. */
export const MOST_CHARACTERS = 2_000_000
