import { TuttiError } from '../../../shared/errors.ts'
import type { KeptServer } from '../../../shared/tool.ts'
import { digestOf } from '../../kernel/digest.ts'

/** Whether a person approved exactly this command, environment and folder, or this address. */
export function isApproved({ approved, transport }: Pick<KeptServer, 'approved' | 'transport'>): boolean {
  return approved === digestOf(transport)
}

/** The last gate before a server is started. Throws `denied`. */
export function mustBeApproved(server: KeptServer): void {
  if (isApproved(server)) return
  throw new TuttiError('denied', `The server “${server.name}” is not approved. Look at what it would run under Settings, Tools.`)
}
