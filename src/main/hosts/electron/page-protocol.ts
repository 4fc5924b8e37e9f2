import { protocol } from 'electron'
import { readPageFile } from '../core/page-files.ts'
import { PAGE_HEADERS } from '../core/page-headers.ts'

export const PAGE_ORIGIN = 'app://tutti'

/** Must be called before the application is ready: gives `app:` an origin of its own, which `file:` has not. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page at `app://tutti/`, with the same headers as the loopback host, and nothing else. */
export function servePage(rendererDir: string): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    const isOwn = host === 'tutti'
    const file = isOwn && request.method === 'GET' ? await readPageFile(rendererDir, pathname) : null
    if (file === null) return new Response('Not found', { status: 404, headers: PAGE_HEADERS })
    return new Response(file.body, { headers: { ...PAGE_HEADERS, 'content-type': file.type, 'cache-control': file.cache } })
  })
}
