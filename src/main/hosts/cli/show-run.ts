import { stripVTControlCharacters } from 'node:util'
import { formatMoney } from '../../../shared/format.ts'
import type { RunId } from '../../../shared/ids.ts'
import type { RunView } from '../../../shared/run.ts'
import { followRun } from '../core/follow-run.ts'
import type { Seat } from '../core/seat.ts'
import { answerJson, answerText } from './answer-json.ts'
import { exitCodeOfRun } from './exit-codes.ts'
import { progress } from './progress.ts'
import { taskEventLines } from './task-event-lines.ts'
import type { Terminal } from './terminal.ts'
import { waitNotes } from './wait-notes.ts'

/** How a run is told. */
export interface Telling {
  readonly json: boolean
  readonly events: boolean
}

/** Shows how a run goes and prints what it gives. Returns the exit code. `interrupted` stops the run; what arrived is kept. */
export async function showRun(runId: RunId, telling: Telling, seat: Seat, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const stop = () => void stopRun(seat, runId)
  interrupted.addEventListener('abort', stop, { once: true })
  if (interrupted.aborted) stop()

  const lines = telling.events ? taskEventLines((line) => terminal.note(line)) : null
  const watcher = {
    onView: lines === null ? progress(terminal) : waitNotes(terminal),
    onSnapshot: (view: RunView) => lines?.snapshot(view),
    onEvent: (event: Parameters<NonNullable<typeof lines>['event']>[0]) => lines?.event(event),
  }
  // The watch outlives the interruption: the run's own end says what was kept.
  const run = await followRun(seat, runId, watcher, new AbortController().signal)
  interrupted.removeEventListener('abort', stop)
  report(run, telling, terminal)
  return exitCodeOfRun(run)
}

async function stopRun(seat: Seat, id: RunId): Promise<void> {
  const client = await seat.connect()
  await client.runs.stop({ id }).catch(() => undefined)
}

function report(run: RunView, { json, events }: Telling, terminal: Terminal): void {
  if (json) terminal.out(`${JSON.stringify(answerJson(run))}\n`)
  else if (run.state !== 'failed') {
    const text = answerText(run)
    if (text !== '') terminal.out(`${process.stdout.isTTY ? stripVTControlCharacters(text) : text}\n`)
  }
  if (events) return
  if (run.state === 'done') terminal.note(`${run.outcome?.summary ?? ''} ${formatMoney(run.costMicros)}`.trim())
  else if (run.state === 'cancelled') terminal.note('Stopped; what had arrived is kept in the conversation.')
  else terminal.note(run.error?.message ?? 'No member answered; open the page to see why.')
}
