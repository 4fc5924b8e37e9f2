import { join } from 'node:path'
import { passBookIn } from '../../guard/pass-book.ts'
import { type Seat, type SeatOptions, takeSeat } from '../core/seat.ts'
import type { WebHost } from './index.ts'

/** A seat whose process stays and can show pages. */
export interface PageSeat extends Seat {
  /** An address with a fresh code. The loopback host starts at the first call; a later one keeps its port. */
  openPage(port?: number): Promise<string>
}

export interface PageSeatOptions extends Omit<SeatOptions, 'openPage'> {
  readonly rendererDir: string
}

/** Takes a seat that answers `host.open`, for itself and for clients of the core. */
export async function takePageSeat(options: PageSeatOptions): Promise<PageSeat> {
  let host: Promise<WebHost> | undefined
  const start = async (port: number | undefined): Promise<WebHost> => {
    const { startWebHost } = await import('./index.ts')
    const book = passBookIn(join(options.home, 'page-passes.json'))
    return startWebHost({ seat: await taken, rendererDir: options.rendererDir, book, ...(port === undefined ? {} : { port }) })
  }
  const openPage = async (port?: number): Promise<string> => {
    host ??= start(port)
    try {
      return (await host).openUrl()
    } catch (error) {
      host = undefined
      throw error
    }
  }
  const taken = takeSeat({ ...options, openPage })
  const seat = await taken
  return {
    ...seat,
    openPage,
    close: async () => {
      await (await host?.catch(() => undefined))?.close()
      await seat.close()
    },
  }
}
