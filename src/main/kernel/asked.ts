import type { Decision, Wait } from '../../shared/run.ts'
import { told } from '../../shared/sentences/told.ts'
import type { Noted, Question } from './context.ts'

/** A decision in English, with the words behind it. */
export function decisionOf({ title, reason, ...rest }: Noted): Decision {
  return { ...rest, ...told({ title, reason }) }
}

/** What a person is asked, in English, with the words behind it. */
export function waitOf<Kind extends Wait['kind']>(
  kind: Kind,
  { title, detail = '', options = [] }: Question,
): Omit<Wait, 'path'> & { kind: Kind; until: null } {
  return { kind, ...told({ title, detail }), options: options.map(({ value, label }) => ({ value, ...told({ label }) })), until: null }
}
