import type { MessageId } from '../../../../shared/ids.ts'
import type { RunView, SpeakerView } from '../../../../shared/run.ts'
import { w } from '../words.ts'

/** 1 → A, 2 → B … */
export function letterOf(number: number): string {
  return String.fromCharCode(64 + number)
}

/**
 * The run as it is shown before the vote: members in an order that is the answer's own, called A, B, …, and nothing that would tell
 * who is who. Their ids stay, for the ballot.
 */
export function anonymousRun(run: RunView, answerId: MessageId): RunView {
  const shuffled = run.speakers
    .filter((speaker) => speaker.role === 'member')
    .toSorted((a, b) => hash(a.id + answerId) - hash(b.id + answerId) || a.id.localeCompare(b.id))
  return { ...run, speakers: shuffled.map((speaker, index) => anonymous(speaker, index + 1)), decisions: [], waits: [] }
}

function anonymous(speaker: SpeakerView, number: number): SpeakerView {
  const { result } = speaker
  return {
    ...speaker,
    number,
    label: w.answerLetter(letterOf(number)),
    provider: '',
    simulated: false,
    endpoint: null,
    ahead: null,
    reasoning: '',
    // The same for all: whether another model stood in would be told by the two being unlike.
    askedModel: speaker.model,
    retrying: null,
    result: result && {
      ...result,
      reasoning: '',
      reason: '',
      notes: [],
      error: result.error && { ...result.error, message: w.blindFailed },
    },
  }
}

/** FNV-1a with Murmur's last step, 32 bits: the order must be the same at every look, and every order as likely. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
