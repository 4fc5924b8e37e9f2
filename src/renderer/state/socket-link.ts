import { RPCLink } from '@orpc/client/websocket'
import { reconnectDelay } from './back-off.ts'
import { exchangeCode, keptToken, takeCode } from './token.ts'
import type { ConnectionState } from './transport.ts'
import { wait } from './wait.ts'

type Link = RPCLink<Record<never, never>>

/** How often an opened page may be refused in a row before its token counts as unknown to the core. */
const REFUSALS = 2

/** A WebSocket that is made again by itself, with back-off. The returned function waits for an open one. */
export function socketLink(setState: (state: ConnectionState) => void, signal: AbortSignal): () => Promise<Link> {
  let open: Promise<Link>
  let opened: (link: Link) => void = () => {}
  const closed = () => {
    open = new Promise((resolve) => {
      opened = resolve
    })
  }
  closed()
  void keepOpen()
  return () => open

  async function keepOpen(): Promise<void> {
    try {
      const token = await findToken(takeCode(), setState, signal)
      if (token === null) return setState('locked')
      let refusals = 0
      for (let attempt = 1; !signal.aborted; attempt++) {
        const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/rpc`, ['tutti', token])
        const link = new RPCLink({ websocket: socket })
        if (await isOpened(socket)) {
          attempt = 0
          refusals = 0
          setState('open')
          opened(link)
          await isClosed(socket, signal)
          closed()
        } else if (await answersPages(signal)) {
          refusals += 1
          if (refusals >= REFUSALS) {
            keptToken.forget()
            return setState('locked')
          }
        }
        setState('lost')
        await wait(reconnectDelay(attempt), signal)
      }
    } catch (thrown) {
      if (!signal.aborted) throw thrown
    }
  }
}

/** A fresh code wins over a kept token: the user opened the page anew. Tried again while the core cannot be reached. */
async function findToken(code: string | null, setState: (state: ConnectionState) => void, signal: AbortSignal): Promise<string | null> {
  for (let attempt = 1; code !== null; attempt++) {
    try {
      const token = await exchangeCode(code, signal)
      if (token !== null) keptToken.write(token)
      break
    } catch (thrown) {
      if (signal.aborted) throw thrown
      setState('lost')
      await wait(reconnectDelay(attempt), signal)
    }
  }
  return keptToken.read()
}

/** A browser does not say why a handshake failed; a core that answers pages but no socket does not know the token. */
async function answersPages(signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch('/', { method: 'HEAD', cache: 'no-store', signal })).status < 500
  } catch {
    return false
  }
}

function isOpened(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve(true), { once: true })
    socket.addEventListener('close', () => resolve(false), { once: true })
  })
}

function isClosed(socket: WebSocket, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    socket.addEventListener('close', () => resolve(), { once: true })
    signal.addEventListener('abort', () => socket.close(), { once: true })
  })
}
