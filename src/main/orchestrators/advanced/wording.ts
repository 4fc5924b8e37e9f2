import type { SeatedMember } from './input.ts'

/** Members by their numbers, to be listed. */
export function numbers(members: readonly SeatedMember[]): string[] {
  return members.map((member) => String(member.number))
}

export function ids(members: readonly SeatedMember[]): string[] {
  return members.map((member) => member.id)
}
