import { implement } from '@orpc/server'
import { localContract } from '../../../shared/contract.ts'
import { TuttiError } from '../../../shared/errors.ts'
import { tuttiErrors } from '../../api/errors.ts'
import type { App, AppOptions } from '../../app.ts'
import { systemClock } from '../../kernel/clock.ts'
import type { Channel } from './channel.ts'
import { type CoreClient, connectToCore, coreClient } from './core-connection.ts'
import { type CoreLock, tryCoreLock } from './core-lock.ts'
import { serveCore } from './core-server.ts'
import { coreSocketPath } from './socket-path.ts'

export type Role = 'core' | 'client'

/** What a process is to its data folder at the moment. */
export interface Place {
  readonly role: Role
  readonly client: CoreClient
  /** This process's own connection to the core. */
  readonly control: Channel
  leave(): Promise<void>
}

export interface PlaceOptions extends AppOptions {
  readonly createApp: (options: AppOptions) => Promise<App>
  /** Answers `host.open`; rejects where this process does not stay long enough to show a page. */
  readonly openPage: (port: number | undefined) => Promise<string>
  readonly version: string
  /** How long a core may take to start or to stop before this process gives up, in ms. */
  readonly patienceMs?: number
}

/** Becomes the core of the data folder, or a client of the one that runs; waits while one comes or goes. */
export async function takePlace(options: PlaceOptions, signal: AbortSignal): Promise<Place> {
  const socketPath = coreSocketPath(options.home)
  const deadline = systemClock.now() + (options.patienceMs ?? 30_000)
  for (;;) {
    signal.throwIfAborted()
    const lock = tryCoreLock(options.home)
    if (lock) return becomeCore(lock, socketPath, options)
    const patience = Math.max(1, Math.min(5_000, deadline - systemClock.now()))
    const control = await connectToCore(socketPath, 'local', patience).catch(() => null)
    const place = control && (await becomeClient(control, options, AbortSignal.any([signal, AbortSignal.timeout(patience)])))
    if (place) return place
    if (systemClock.now() >= deadline) {
      const message = `Another Tutti uses ${options.home} and does not answer. Quit it, or set TUTTI_HOME to another folder.`
      throw new TuttiError('core-gone', message, { data: { folder: options.home } })
    }
    // The jitter keeps clients that lost the same core from asking in step.
    await systemClock.sleep(20 + systemClock.random() * 80, signal)
  }
}

/** null where the core goes, or says nothing, between the connection and its first answer. */
async function becomeClient(control: Channel, { version, home }: PlaceOptions, signal: AbortSignal): Promise<Place | null> {
  const client = coreClient(control)
  const core = await client.host.about(undefined, { signal }).catch(() => null)
  if (core?.version === version) return { role: 'client', client, control, leave: async () => control.close() }
  control.close()
  if (core === null) return null
  const message = `Tutti ${core.version} runs on ${home}, and this is ${version}. Quit the other one, then start this again.`
  throw new TuttiError('newer-data', message, { data: { folder: home } })
}

async function becomeCore(lock: CoreLock, socketPath: string, options: PlaceOptions): Promise<Place> {
  let app: App | undefined
  let control: Channel | undefined
  try {
    const { home, env, clock } = options
    // Losing the connection to itself, the seat takes its place anew.
    const restart = () => control?.close()
    app = await options.createApp({ home, env, restart, ...(clock === undefined ? {} : { clock }) })
    const started = app
    const os = implement(localContract.host).use(tuttiErrors)
    const host = os.router({
      open: os.open.handler(async ({ input }) => ({ url: await options.openPage(input.port) })),
      about: os.about.handler(() => ({ pid: process.pid, version: options.version, home })),
    })
    const server = await serveCore({ socketPath, page: started.router, local: { ...started.router, host } })
    const own = await connectToCore(socketPath, 'local')
    control = own
    return {
      role: 'core',
      client: coreClient(own),
      control: own,
      leave: async () => {
        own.close()
        await server.close()
        await started.close()
        lock.release()
      },
    }
  } catch (error) {
    await app?.close().catch(() => undefined)
    lock.release()
    throw error
  }
}
