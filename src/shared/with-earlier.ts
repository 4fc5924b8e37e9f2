import type { Usage } from './model.ts'
import type { SpeakerResult } from './run.ts'
import { notesIn } from './sentence.ts'

/** What a member's calls took together that asked for tools in between. */
export function withEarlier(before: SpeakerResult | null, now: SpeakerResult): SpeakerResult {
  if (before?.calls === undefined) return now
  return {
    ...now,
    citations: [...before.citations, ...now.citations],
    usage: before.usage === null || now.usage === null ? (now.usage ?? before.usage) : addUsage(before.usage, now.usage),
    costMicros:
      before.costMicros === null || now.costMicros === null ? (now.costMicros ?? before.costMicros) : before.costMicros + now.costMicros,
    firstTokenMs: before.firstTokenMs ?? now.firstTokenMs,
    totalMs: before.totalMs === null || now.totalMs === null ? (now.totalMs ?? before.totalMs) : before.totalMs + now.totalMs,
    ...bothNotes(before, now),
  }
}

/** Each note once, with the words behind it. */
function bothNotes(before: SpeakerResult, now: SpeakerResult): Pick<SpeakerResult, 'notes' | 'said'> {
  const notes = new Map([before, now].flatMap((result) => notesIn(result).map((words, place) => [result.notes[place] ?? '', words])))
  const said = { ...now.said, notes: [...notes.values()] }
  return { notes: [...notes.keys()], ...(before.said === undefined && now.said === undefined ? {} : { said }) }
}

function addUsage(a: Usage, b: Usage): Usage {
  return {
    input: a.input + b.input,
    cacheRead: a.cacheRead + b.cacheRead,
    cacheWrite: a.cacheWrite + b.cacheWrite,
    output: a.output + b.output,
    reasoning: a.reasoning + b.reasoning,
    estimated: a.estimated || b.estimated,
  }
}
