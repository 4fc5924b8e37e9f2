/** The piece of a draft that asks for suggestions. */
export type SuggestionToken =
  | { readonly kind: 'command'; readonly typed: string }
  | { readonly kind: 'argument'; readonly name: string; readonly typed: string }
  | { readonly kind: 'mention'; readonly typed: string; readonly from: number; readonly to: number }

const COMMAND = /^\/([\p{L}\p{N}_-]*)$/u
const ARGUMENT = /^\/([\p{L}\p{N}_-]+)[ \t]([^\n]*)$/u
const MENTION = /(?:^|\s)@([\p{L}\p{N}._-]{0,40})$/u

/** A slash at the very start calls a command; an @ at the caret names a member. Anything else is a question. */
export function tokenAt(text: string, caret: number): SuggestionToken | null {
  const command = COMMAND.exec(text)?.[1]
  if (command !== undefined) return { kind: 'command', typed: command }
  const [, name, rest] = ARGUMENT.exec(text) ?? []
  if (name !== undefined && rest !== undefined) return { kind: 'argument', name, typed: rest }
  const typed = MENTION.exec(text.slice(0, caret))?.[1]
  return typed === undefined ? null : { kind: 'mention', typed, from: caret - typed.length - 1, to: caret }
}

/** Those that fit what is typed: whose name begins with it first, then those that contain it. */
export function fitting<T>(entries: readonly T[], typed: string, nameOf: (entry: T) => string): T[] {
  const wanted = bare(typed)
  const named = entries.map((entry) => ({ entry, name: bare(nameOf(entry)) }))
  const begins = named.filter(({ name }) => name.startsWith(wanted))
  return [...begins, ...named.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted))].map(({ entry }) => entry)
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/g, '')
}
