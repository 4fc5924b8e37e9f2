import { createConnection } from 'node:net'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import WebSocket from 'ws'
import type { localContract } from '../../../shared/contract.ts'
import { type Channel, channelPort, webSocketChannel } from './channel.ts'
import { MAX_MESSAGE_BYTES } from './limits.ts'

/** Everything that a process of the same user may ask of the core. */
export type CoreClient = ContractRouterClient<typeof localContract>

/** `local` is for processes; `page` is what a page may call, and a page is never given more. */
export type CoreDoor = 'local' | 'page'

/** Connects to the core that listens at `socketPath`; rejects where none does, or where it says nothing for `timeoutMs`. */
export function connectToCore(socketPath: string, door: CoreDoor, timeoutMs = 5_000): Promise<Channel> {
  const socket = new WebSocket(`ws://localhost/${door}`, {
    // The time-out of the handshake is the socket's own, and a socket that is made here has to be told.
    createConnection: () => createConnection({ path: socketPath, timeout: timeoutMs }),
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handshakeTimeout: timeoutMs,
  })
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    const channel = webSocketChannel(socket)
    socket.once('open', () => resolve(channel))
  })
}

export function coreClient(channel: Channel): CoreClient {
  return createORPCClient(new RPCLink({ port: channelPort(channel) }))
}
