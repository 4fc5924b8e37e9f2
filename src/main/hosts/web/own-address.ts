import type { IncomingMessage } from 'node:http'

const NAMES: readonly string[] = ['127.0.0.1', 'localhost']

/**
 * Whether a request was meant for this host and comes from its own page. The exact `Host` keeps out names that were pointed at the
 * loopback address (DNS rebinding), the exact `Origin` keeps out other pages, also those on other ports of this computer.
 */
export function isOwnRequest(request: IncomingMessage, port: number): boolean {
  const { host, origin } = request.headers
  if (!NAMES.some((name) => host === `${name}:${port}`)) return false
  if (origin !== undefined) return origin === `http://${host}`
  // Browsers leave `Origin` out of plain reads of the same site; whatever acts must name it.
  return (request.method === 'GET' || request.method === 'HEAD') && request.headers.upgrade === undefined
}
