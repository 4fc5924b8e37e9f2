import { createConnection } from 'node:net'
import { join } from 'node:path'

/** The operating system's store of secrets. Both methods reject where it does not answer. */
export interface Keyring {
  /** null: it answers and knows no such account. */
  get(account: string, signal: AbortSignal): Promise<string | null>
  set(account: string, secret: string, signal: AbortSignal): Promise<void>
}

const SERVICE = 'Tutti'
const BUS_MS = 1000

/**
 * The keyring through `@napi-rs/keyring`, loaded at first use.
 * On Linux only the Secret Service counts: the kernel's own keyring forgets at a restart, and the saved keys would be lost with it.
 */
export const systemKeyring: Keyring = {
  get: async (account, signal) => (await entry(account)).getPassword(signal),
  set: async (account, secret, signal) => (await entry(account)).setPassword(secret, signal),
}

async function entry(account: string) {
  if (process.platform === 'linux') await busAnswers(process.env)
  const { AsyncEntry } = await import('@napi-rs/keyring')
  return new AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } })
}

/**
 * Rejects where no session bus greets within a second. The library connects to the bus on the main thread and waits without end for
 * one that is silent, so it must not be asked then. Source: D-Bus specification, "Server Addresses" and "Authentication Protocol".
 */
export function busAnswers(env: NodeJS.ProcessEnv): Promise<void> {
  const path = busPath(env)
  if (path === null) return Promise.reject(new Error('There is no session bus.'))
  return new Promise((resolve, reject) => {
    const socket = createConnection(path)
    const end = (problem: Error | null) => {
      clearTimeout(timer)
      socket.destroy()
      if (problem === null) resolve()
      else reject(problem)
    }
    const timer = setTimeout(() => end(new Error('The session bus does not answer.')), BUS_MS)
    socket.once('error', end)
    socket.once('close', () => end(new Error('The session bus hung up.')))
    socket.once('data', () => end(null))
    // Any answer to a greeting, also REJECTED, shows that somebody serves the bus.
    socket.once('connect', () => socket.write('\0AUTH\r\n'))
  })
}

/** The first unix socket of the address; a leading NUL means Linux's abstract names. */
function busPath(env: NodeJS.ProcessEnv): string | null {
  const address = env.DBUS_SESSION_BUS_ADDRESS
  if (address === undefined || address === '') return env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'bus') : null
  const [, kind, name] = /(?:^|;)unix:(?:[^;]*,)?(path|abstract)=([^,;]+)/.exec(address) ?? []
  if (name === undefined) return null
  return (kind === 'abstract' ? '\0' : '') + decodeURIComponent(name)
}
