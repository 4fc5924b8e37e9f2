import type { SeatedMember } from './input.ts'

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** "three", and digits from 13 on. */
export function count(n: number): string {
  return SMALL[n] ?? String(n)
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "1", "1 and 2", "1, 2 and 3". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** "1, 2 and 4": members by their numbers. */
export function numbers(members: readonly SeatedMember[]): string {
  return listed(members.map((member) => String(member.number)))
}

export function ids(members: readonly SeatedMember[]): string[] {
  return members.map((member) => member.id)
}

/** "one member", "three members". */
export function members(n: number): string {
  return `${count(n)} ${n === 1 ? 'member' : 'members'}`
}
