import { systemClock } from '../../kernel/clock.ts'
import type { Seat } from '../core/seat.ts'
import type { Terminal } from './terminal.ts'

/**
 * As the core, one command may carry runs of others: it stays until they are done, because calls in flight would have to be made, and
 * paid, again by the next core. Ctrl-C leaves at once; the runs then go on elsewhere.
 */
export async function finishOtherRuns(seat: Seat, terminal: Terminal, interrupted: AbortSignal): Promise<void> {
  let told = false
  while (seat.role() === 'core' && !interrupted.aborted) {
    const client = await seat.connect()
    const { conversations } = await client.app.snapshot()
    const running = conversations.filter((conversation) => conversation.running !== null).length
    if (running === 0) return
    if (!told) terminal.note(`Waiting for ${running === 1 ? 'another run' : `${running} other runs`} in this Tutti; Ctrl-C leaves.`)
    told = true
    await systemClock.sleep(250, interrupted).catch(() => undefined)
  }
}
