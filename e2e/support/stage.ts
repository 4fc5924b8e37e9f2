import type { Browser, Page } from 'playwright'
import { startVendorServer, type VendorServer } from '../../test/support/vendor-server/vendor-server.ts'
import { openPage, startBrowser } from './browser.ts'
import { connectVendors } from './ensemble.ts'
import { type Client, startTutti, type Tutti } from './tutti.ts'

/** The built program in a process, the vendors' server, a browser with a page of the program: what most journeys begin with. */
export interface Stage {
  readonly tutti: Tutti
  readonly client: Client
  readonly server: VendorServer
  readonly browser: Browser
  readonly page: Page
  /** What the page wrote to its console as errors. */
  readonly errors: string[]
  /** Ends all of it. */
  close(): Promise<void>
}

/** `vendors`: their keys are set and their models are answered by the server. `prepare`: done before the page is opened. */
export async function openStage(options: { vendors?: boolean; prepare?: (client: Client) => Promise<unknown> } = {}): Promise<Stage> {
  const [server, tutti, browser] = await Promise.all([startVendorServer(), startTutti(), startBrowser()])
  const close = async () => {
    await browser.close()
    await tutti.close()
    await server.close()
  }
  try {
    const client = await tutti.client()
    if (options.vendors === true) await connectVendors(client, server)
    await options.prepare?.(client)
    return { tutti, client, server, browser, close, ...(await openPage(browser, await tutti.address())) }
  } catch (thrown) {
    await close()
    throw thrown
  }
}
