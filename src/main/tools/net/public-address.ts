import ipaddr from 'ipaddr.js'

/** Addresses that are public by their range and lead into a cloud's own services (Azure's host, the same in all its networks). */
const SERVICES: ReadonlySet<string> = new Set(['168.63.129.16'])

/** NAT64 (RFC 6052): the last four bytes are an IPv4 address. Networks may use other prefixes of their own, which are refused. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96')
/** What IPv6 assigns to the public (RFC 4291, 2.4): all of it begins with the bits 001. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

/**
 * Why an address is not one of the public internet, or null where it is. Forms of IPv6 that carry an IPv4 address (mapped, NAT64) are
 * judged by it; tunnels (6to4, Teredo) are refused, since they lead to addresses that are not seen here.
 */
export function notPublic(text: string): string | null {
  if (!ipaddr.isValid(text)) return `${text} is no address.`
  const address = plain(ipaddr.parse(text))
  const range = address.range()
  const name = address.toString()
  if (SERVICES.has(name)) return `${name} belongs to a cloud’s own services.`
  if (range !== 'unicast') return `${name} is not public (${range}).`
  if (address.kind() === 'ipv6' && !address.match(GLOBAL_UNICAST)) return `${name} is not public.`
  return null
}

function plain(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  return address.match(NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(-4)) : address
}
