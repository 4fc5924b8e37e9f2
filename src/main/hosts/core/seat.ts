import { TuttiError } from '../../../shared/errors.ts'
import type { App, AppOptions } from '../../app.ts'
import { systemClock } from '../../kernel/clock.ts'
import { type Channel, pipeChannels } from './channel.ts'
import { type CoreClient, connectToCore } from './core-connection.ts'
import { prepareDataFolder } from './data-folder.ts'
import { type Place, type PlaceOptions, type Role, takePlace } from './place.ts'
import { coreSocketPath } from './socket-path.ts'

/** The system reports a closed local socket at once; this only bounds a wait for one that stays open. */
const LOSS_IS_SEEN_WITHIN_MS = 1_000

/**
 * A process's place at a data folder: the core of it, or a client of the core. When the core goes, the seat takes a place again
 * and may become the core itself. Whoever holds it asks the same router over the same socket in both roles.
 */
export interface Seat {
  readonly home: string
  readonly socketPath: string
  /** The role at the moment. */
  role(): Role
  /** A client of the core as of now; waits while places change. Its calls end with an error when the core goes: connect again. */
  connect(): Promise<CoreClient>
  /** Which core that client reaches: 1 for the first one of this seat. Clients cannot be compared, as each `await` wraps them anew. */
  core(): number
  /** After a call of `core` failed: true as soon as that one is gone and the next one is there, false where it stays. */
  replaced(core: number): Promise<boolean>
  /** Attaches a page: it is heard by the core's page router and never reaches what is for processes alone. */
  serve(page: Channel): void
  /** Called when the core went and a place is being taken again; `connect` then waits for it. Returns how to unsubscribe. */
  onLost(listener: () => void): () => void
  /** Called when no place could be taken again, for example because another version has changed the data. The seat is then of no more use. */
  onFailed(listener: (error: TuttiError) => void): () => void
  /** Gives the place up. As the core: takes no more calls, closes the application, then lets the next one in. */
  close(): Promise<void>
}

export interface SeatOptions extends AppOptions {
  readonly version: string
  /** Left out where this process is too short-lived to show pages. */
  readonly openPage?: (port: number | undefined) => Promise<string>
  readonly createApp?: (options: AppOptions) => Promise<App>
  readonly patienceMs?: number
  /** Ends the first wait for a place. */
  readonly signal?: AbortSignal
}

/** Takes a seat at `home`, which is created for its owner alone. Throws what `createApp` throws, for example `newer-data`. */
export async function takeSeat(options: SeatOptions): Promise<Seat> {
  const { home } = options
  prepareDataFolder(home)
  const socketPath = coreSocketPath(home)
  const stopped = new AbortController()
  const lostListeners = new Set<() => void>()
  const failedListeners = new Set<(error: TuttiError) => void>()
  const placeOptions: PlaceOptions = {
    ...options,
    createApp: options.createApp ?? (async (appOptions) => (await import('../../app.ts')).createApp(appOptions)),
    openPage: options.openPage ?? refusePage,
  }

  let held = await takePlace(placeOptions, options.signal ? AbortSignal.any([options.signal, stopped.signal]) : stopped.signal)
  let place: Promise<Place> = Promise.resolve(held)
  let cores = 0

  const watch = (taken: Place) => {
    held = taken
    cores += 1
    taken.control.onClose(() => {
      if (stopped.signal.aborted) return
      place = retake(taken)
      place.then(watch, failed)
      for (const listener of lostListeners) listener()
    })
  }
  const failed = (thrown: unknown) => {
    if (stopped.signal.aborted) return
    for (const listener of failedListeners) listener(TuttiError.from(thrown))
  }
  const retake = async (lost: Place) => {
    await lost.leave()
    return takePlace(placeOptions, stopped.signal)
  }
  watch(held)

  return {
    home,
    socketPath,
    role: () => held.role,
    connect: async () => (await place).client,
    core: () => cores,
    replaced: async (core) => {
      const current = await place
      if (core !== cores) return true
      const closed = new Promise<boolean>((resolve) => current.control.onClose(() => resolve(true)))
      const stays = systemClock.sleep(LOSS_IS_SEEN_WITHIN_MS, stopped.signal).then(() => false)
      if (!(await Promise.race([closed, stays]))) return false
      await place
      return true
    },
    serve: (page) => {
      place
        .then(() => connectToCore(socketPath, 'page'))
        .then((core) => pipeChannels(page, core))
        .catch(() => page.close())
    },
    onLost: (listener) => subscribe(lostListeners, listener),
    onFailed: (listener) => subscribe(failedListeners, listener),
    close: async () => {
      stopped.abort(new TuttiError('cancelled', 'Tutti is quitting.'))
      const last = await place.catch(() => null)
      await last?.leave()
    },
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

async function refusePage(): Promise<string> {
  throw new TuttiError('not-found', 'This Tutti answers one question and then ends; it shows no pages. Run tutti serve.')
}
