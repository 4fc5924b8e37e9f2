import type { Policies } from '../../../shared/policies.ts'
import { say, type Told } from '../../../shared/sentence.ts'
import { failure } from '../../../shared/sentences/told.ts'
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
  const who = receiver.name
  if (policies.reach === 'this-computer') throw withheld(say('withheld.reach', { who }))
  const phrases = policies.phrases.map((phrase) => ({ phrase, plain: plain(phrase) }))
  if (policies.secrets === 'pass' && phrases.length === 0) return
  const known = policies.secrets === 'stop' ? knownSecrets() : []
  for (const text of texts) {
    const secret = policies.secrets === 'stop' ? findSecret(text, known) : null
    if (secret !== null) throw withheld(say('withheld.secrets', { who, found: secret }))
    const lower = phrases.length === 0 ? '' : plain(text)
    const kept = phrases.find((candidate) => lower.includes(candidate.plain))
    if (kept) throw withheld(say('withheld.phrases', { who, found: kept.phrase }))
  }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

const withheld = (why: Told) => failure('withheld', why)
