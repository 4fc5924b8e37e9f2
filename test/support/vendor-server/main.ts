/**
 * The vendor server as a process of its own: `node test/support/vendor-server/main.ts [--port N]`.
 * Prints {"url": …} when it listens. POST /__script takes a rule, GET /__requests gives the log.
 */
import { parseArgs } from 'node:util'
import { startVendorServer } from './vendor-server.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const server = await startVendorServer(Number(values.port))
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`)
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
