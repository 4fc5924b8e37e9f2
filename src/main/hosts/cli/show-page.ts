import type { PageSeat } from '../web/page-seat.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Whether a browser opened on this computer would be seen by somebody. */
export function hasDisplay(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'darwin' || platform === 'win32') return env.SSH_CONNECTION === undefined
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

async function show(url: string, openBrowser: boolean, terminal: Terminal): Promise<void> {
  terminal.out(`${url}\n`)
  if (!openBrowser) return
  const { default: open } = await import('open')
  await open(url).catch(() => terminal.note('No browser could be started; open the address by hand.'))
}

/** Serves the page until `interrupted`. The address is printed once, with a code that lets in one page within 60 s. */
export async function serve(
  seat: PageSeat,
  port: number,
  openBrowser: boolean,
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> {
  await show(await seat.openPage(port), openBrowser && hasDisplay(terminal.env), terminal)
  terminal.note('The address works once, within 60 s; npx tutti open gives another. Ctrl-C quits.')
  await new Promise<void>((resolve, reject) => {
    if (interrupted.aborted) resolve()
    interrupted.addEventListener('abort', () => resolve(), { once: true })
    seat.onFailed(reject)
  })
  return EXIT_CODES.answered.code
}

/** Opens the page of the core that runs; where none can show one, serves it from here. */
export async function openPage(seat: PageSeat, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const url = await addressOfCore(seat)
  if (url === null) return serve(seat, 0, true, terminal, interrupted)
  await show(url, hasDisplay(terminal.env), terminal)
  return EXIT_CODES.answered.code
}

async function addressOfCore(seat: PageSeat): Promise<string | null> {
  if (seat.role() === 'core') return null
  const client = await seat.connect()
  // A core that answers one question shows no pages, and one that is going cannot.
  return client.host.open({}).then(
    ({ url }) => url,
    () => null,
  )
}
