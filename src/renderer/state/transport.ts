import { createORPCClient, DynamicLink } from '@orpc/client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from './client.ts'
import { desktopBridge } from './desktop.ts'
import { messagePortLink } from './message-port-link.ts'
import { socketLink } from './socket-link.ts'
import { spokenLink } from './spoken.ts'

/** `lost`: being made again. `locked`: this page has no token, or the core does not know it. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'locked'

export type Transport = {
  readonly client: Client
  readonly connection: StoreApi<{ readonly state: ConnectionState }>
  readonly close: () => void
}

/**
 * Connects the page to the core: a message port where the desktop's preload is, else a WebSocket with a token.
 * Calls made while the connection is being made wait for it; those in flight when it breaks fail and are not repeated.
 */
export function connect(): Transport {
  const connection = createStore<{ readonly state: ConnectionState }>(() => ({ state: 'connecting' }))
  const stop = new AbortController()
  const setState = (state: ConnectionState) => connection.setState({ state })
  const link = desktopBridge() ? messagePortLink(setState) : socketLink(setState, stop.signal)
  const client: Client = createORPCClient(new DynamicLink(async () => spokenLink(await link())))
  return { client, connection, close: () => stop.abort(new Error('The page is closing.')) }
}
