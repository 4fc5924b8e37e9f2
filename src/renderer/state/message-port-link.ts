import { RPCLink } from '@orpc/client/message-port'
import type { ConnectionState } from './transport.ts'

/** A port cannot cross the bridge of a preload: the page posts it to itself, and the preload hands it on. */
export function messagePortLink(setState: (state: ConnectionState) => void) {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('tutti:port', location.origin, [port2])
  port1.start()
  const link = new RPCLink({ port: port1 })
  setState('open')
  return () => link
}
