import type { ErrorInfo } from '../../shared/errors.ts'
import { say } from '../../shared/sentence.ts'
import { spoken } from './spoken.ts'

/** What an error says in the language of the page; where it has no words of its own, what its code means, and the core's where they name more. */
export function errorText({ code, message, said }: Pick<ErrorInfo, 'code' | 'message' | 'said'>): string {
  return spoken(said?.message ?? say(`error.${code}`, { message })) ?? message
}
