import { takeSeat } from '../../../src/main/hosts/core/seat.ts'
import { APP_VERSION } from '../../../src/main/version.ts'

/** A process that takes a seat and says what it is, once now and again whenever that changes. Ends in order on SIGTERM. */
const home = process.argv[2] ?? ''
const seat = await takeSeat({ home, env: {}, version: APP_VERSION })
seat.onLost(() => {
  void seat.connect().then(() => console.log(seat.role()))
})
process.on('SIGTERM', () => {
  void seat.close().then(() => process.exit(0))
})
console.log(seat.role())
