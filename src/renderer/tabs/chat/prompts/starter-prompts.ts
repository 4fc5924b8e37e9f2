import type { Prompt } from '../../../../shared/prompt.ts'
import { w } from '../words.ts'

/** Prompts that ship, in the language of the page. They cannot be changed; a copy can. */
export const starterPrompts: readonly Prompt[] = w.starters.map((starter) => ({ ...starter, id: `starter-${starter.name}` }))

export function isStarter(prompt: Prompt): boolean {
  return prompt.id.startsWith('starter-')
}
