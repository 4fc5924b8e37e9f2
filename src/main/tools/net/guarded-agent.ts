import { type LookupAddress, type LookupAllOptions, lookup as resolveName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import type { Agent, buildConnector } from 'undici'
import { TuttiError } from '../../../shared/errors.ts'
import { notPublic } from './public-address.ts'

const CONNECT_MS = 10_000

/** All addresses of a name. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Connections to the public internet alone. The address that a name gives is checked where it is connected to, not before, so that a
 * name whose address changes in between gains nothing; each connection is new, so each redirect is checked as well.
 * `trusted`: "host:port" that is connected to whatever its address.
 */
export async function guardedAgent(trusted: readonly string[], resolve: Resolve = resolveName): Promise<Agent> {
  const { Agent, buildConnector } = await import('undici')
  const open = buildConnector({ timeout: CONNECT_MS, lookup: lookupAll(resolve) })
  const guarded = buildConnector({ timeout: CONNECT_MS, lookup: publicLookup(resolve) })
  const connect: buildConnector.connector = (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    const port = options.port === '' ? (options.protocol === 'https:' ? '443' : '80') : options.port
    if (trusted.includes(`${options.hostname}:${port}`.toLowerCase())) {
      open(options, callback)
      return
    }
    const refusal = isIP(host) === 0 ? null : notPublic(host)
    if (refusal !== null) {
      callback(refused(host, refusal), null)
      return
    }
    guarded(options, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null)
        return
      }
      // What counts in the end is whom the socket speaks to.
      const reached = socket.remoteAddress === undefined ? 'its address is not known.' : notPublic(socket.remoteAddress)
      if (reached === null) {
        callback(null, socket)
        return
      }
      socket.destroy()
      callback(refused(host, reached), null)
    })
  }
  return new Agent({ connect, connections: 1, pipelining: 0 })
}

/** A name that has one address that is not public is refused as a whole: which one would be taken is chance. */
function publicLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, [])
        return
      }
      const refusal =
        addresses.length === 0 ? 'it has no address.' : addresses.map(({ address }) => notPublic(address)).find((reason) => reason !== null)
      const [first] = addresses
      if (refusal !== undefined || first === undefined) callback(refused(hostname, refusal ?? 'it has no address.'), [])
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function lookupAll(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = error === null ? addresses : []
      if (error !== null || first === undefined) callback(error ?? refused(hostname, 'it has no address.'), [])
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function refused(host: string, reason: string): TuttiError {
  return new TuttiError(
    'denied',
    `${host} was not connected to: ${reason} Tools reach the public internet, and what is trusted under Settings, Tools.`,
  )
}
