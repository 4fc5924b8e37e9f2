import { z } from 'zod'

/** A prompt that the user saved. `{{name}}` in its text is asked for before it is used. */
export const Prompt = z.object({
  id: z.string().min(1).max(80),
  /** Typed after a slash: /summary. */
  name: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'Use letters, digits, - and _ alone, at most 40.'),
  title: z.string().trim().max(120),
  text: z.string().min(1, 'Write the prompt.').max(100_000),
})
export type Prompt = z.infer<typeof Prompt>

const VARIABLE = /\{\{\s*([\p{L}\p{N}_ -]{1,60}?)\s*\}\}/gu

/** The names of a prompt's variables, each once, in the order in which they occur. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].flatMap((match) => match[1] ?? []))]
}

/** The text with its variables filled in. A value is put in as it is: what looks like a variable in it stays. Unknown ones stay. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole)
}
