import { stripVTControlCharacters } from 'node:util'
import { formatDuration, formatMoney } from '../../../shared/format.ts'
import type { RunView, SpeakerView } from '../../../shared/run.ts'
import type { Terminal } from './terminal.ts'
import { waitNotes } from './wait-notes.ts'

function stateOf(speaker: SpeakerView): string {
  const { state, result } = speaker
  if (speaker.retrying) return `retrying: ${speaker.retrying.error.message}`
  switch (state) {
    case 'queued':
      return `queued behind ${speaker.ahead ?? 0} at ${speaker.endpoint ?? speaker.provider}`
    case 'done':
      return `done in ${formatDuration(result?.totalMs ?? 0)}, ${formatMoney(result?.costMicros ?? null)}`
    case 'failed':
      return `failed: ${result?.error?.message ?? 'no reason given'}`
    case 'not-needed':
      return 'not needed'
    case 'streaming':
      return `${speaker.text.length.toLocaleString('en-US')} characters`
    default:
      return state
  }
}

function lineOf(speaker: SpeakerView): string {
  const name = speaker.role === 'merge' ? `merge ${speaker.label}` : `${speaker.number} ${speaker.label}`
  // A model's words and a vendor's errors reach the terminal: control sequences in them are taken out.
  return stripVTControlCharacters(`${name}  ${stateOf(speaker)}`).replace(/\s*\n\s*/g, ' ')
}

/** Shows what Auto chose and why, and how a run goes: on a terminal one line a member that is drawn over, elsewhere a plain line whenever a state changes. */
export function progress(terminal: Terminal) {
  let drawn = 0
  const said = new Map<string, string>()
  const shown = (run: RunView) => run.speakers.filter(({ role, askedAt }) => role === 'member' || askedAt !== null)
  let reasons = 0
  const noteWaits = waitNotes(terminal)
  return (run: RunView): void => {
    for (const { reason } of run.decisions.filter(({ kind }) => kind === 'auto').slice(reasons)) {
      terminal.note(stripVTControlCharacters(reason))
      reasons += 1
      // What is drawn stays above the reason.
      drawn = 0
    }
    if (noteWaits(run)) drawn = 0
    const columns = terminal.columns()
    if (columns !== null) {
      const lines = shown(run).map((speaker) => `\x1b[2K${lineOf(speaker).slice(0, columns - 1)}\n`)
      terminal.draw((drawn > 0 ? `\x1b[${drawn}A` : '') + lines.join(''))
      drawn = lines.length
      return
    }
    for (const speaker of shown(run)) {
      if (said.get(speaker.id) === speaker.state || speaker.state === 'waiting') continue
      said.set(speaker.id, speaker.state)
      terminal.note(speaker.state === 'streaming' ? `${lineOf(speaker).split('  ')[0]}  answering` : lineOf(speaker))
    }
  }
}
