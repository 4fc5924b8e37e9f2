import { TuttiError } from '../../../shared/errors.ts'

export interface UrlRules {
  /** Empty: every host; `*.example.org` is all below it. */
  readonly hosts: readonly string[]
  /** "host:port" that may be reached although the port is another one than 80 and 443. */
  readonly trusted: readonly string[]
}

/** Parses an address and checks what can be checked before a name is resolved. Throws `denied` or `invalid-input`, naming the rule. */
export function checkUrl(text: string, { hosts, trusted }: UrlRules): URL {
  if (!URL.canParse(text))
    throw new TuttiError('invalid-input', `“${text.slice(0, 200)}” is no address. Write one that starts with https://.`)
  const url = new URL(text)
  const host = url.hostname.toLowerCase()
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new TuttiError('denied', `Only http and https are fetched, not ${url.protocol.slice(0, -1)}.`)
  }
  if (url.username !== '' || url.password !== '')
    throw new TuttiError('denied', 'Addresses with a user name or a password are not fetched.')
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  if (port !== '80' && port !== '443' && !trusted.includes(`${host}:${port}`)) {
    throw new TuttiError(
      'denied',
      `Port ${port} of ${host} is not fetched from. Ports are 80 and 443, and what is trusted under Settings, Tools.`,
    )
  }
  if (hosts.length > 0 && !hosts.some((allowed) => (allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed))) {
    throw new TuttiError('denied', `${host} is not among the hosts that may be fetched from: ${hosts.join(', ')}.`)
  }
  return url
}
