import { TuttiError } from '../../../shared/errors.ts'
import type { McpServer } from '../../../shared/tool.ts'

/** A server with all that it is started with, and whether a person approved exactly this command, environment and folder, or this address. */
export interface ReadyServer extends McpServer {
  readonly approved: boolean
}

/** The last gate before a server is started. Throws `denied`. */
export function mustBeApproved({ approved, name }: Pick<ReadyServer, 'approved' | 'name'>): void {
  if (approved) return
  throw new TuttiError('denied', `The server “${name}” is not approved. Look at what it would run under Settings, Tools.`)
}
