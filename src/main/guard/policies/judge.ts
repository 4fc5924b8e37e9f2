import { TuttiError } from '../../../shared/errors.ts'
import type { Policies, PolicyName } from '../../../shared/policies.ts'
import { findSecret } from './find-secret.ts'

/** Who would get the texts. */
export interface Receiver {
  readonly name: string
  /** On this computer: nothing leaves. */
  readonly local: boolean
}

/**
 * Judges what is about to be sent. Returns where every policy lets it pass; throws `withheld`, whose message says which policy held it back,
 * for what, and the remedy. What stays on this computer passes.
 */
export function judge(policies: Policies, receiver: Receiver, texts: Iterable<string>, knownSecrets: () => readonly string[]): void {
  if (receiver.local) return
  if (policies.reach === 'this-computer') {
    throw withheld('reach', receiver, 'only what runs on this computer may be asked', 'Choose a local model')
  }
  const phrases = policies.phrases.map((phrase) => ({ phrase, plain: plain(phrase) }))
  if (policies.secrets === 'pass' && phrases.length === 0) return
  const known = policies.secrets === 'stop' ? knownSecrets() : []
  for (const text of texts) {
    const secret = policies.secrets === 'stop' ? findSecret(text, known) : null
    if (secret !== null)
      throw withheld('secrets', receiver, `the request holds what looks like a secret (${secret})`, 'Take it out', secret)
    const lower = phrases.length === 0 ? '' : plain(text)
    const kept = phrases.find((candidate) => lower.includes(candidate.plain))
    if (kept)
      throw withheld('phrases', receiver, `the request holds “${kept.phrase}”, which stays on this computer`, 'Take it out', kept.phrase)
  }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

function withheld(policy: PolicyName, { name }: Receiver, why: string, remedy: string, found = ''): TuttiError {
  return new TuttiError('withheld', `Not sent to ${name}: ${why}. ${remedy}, or change it under Settings, Policies.`, {
    data: { policy, receiver: name, found },
  })
}
