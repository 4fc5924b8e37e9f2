import { type KeptServer, KeptTools } from '../../shared/tool.ts'
import { variableNames } from './mcp/server-variables.ts'

/** All that lets a tool be called or reach something. */
export function allowedBy({ permissions, options, servers }: KeptTools): unknown {
  return { permissions, options, servers: servers.map(({ id, approved }) => ({ id, approved })) }
}

/**
 * What is switched off stays off. Servers stay in the list, to be approved anew; values that came along are dropped: nobody who approves
 * would see them.
 */
export function withoutLeave({ permissions, servers }: KeptTools): KeptTools {
  return KeptTools.parse({
    permissions: Object.fromEntries(Object.entries(permissions).filter(([, permission]) => permission === 'never')),
    servers: servers.map(({ transport, ...server }) => ({
      ...server,
      transport: transport.type === 'http' ? transport : { ...transport, variables: variableNames(transport), env: undefined },
      approved: null,
    })),
  })
}

/** The list with this server in the place of the one with its id, or at the end. */
export function replaced(servers: readonly KeptServer[], server: KeptServer): KeptServer[] {
  return servers.some(({ id }) => id === server.id)
    ? servers.map((other) => (other.id === server.id ? server : other))
    : [...servers, server]
}
