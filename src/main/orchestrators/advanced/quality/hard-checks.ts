import type { StopReason } from '../../../../shared/model.ts'

export type QualityFlaw = 'empty' | 'truncated' | 'refusal' | 'no-answer-given' | 'broken-json'

/** A figure for an answer, how it was found, and the evidence in words. */
export interface Quality {
  /** In [0, 1]; 1: nothing speaks against it. The hard checks say nothing about being right. */
  readonly score: number
  readonly method: 'hard-checks'
  readonly flaws: readonly QualityFlaw[]
  /** One sentence a flaw, or that there was none. */
  readonly evidence: readonly string[]
}

/** The share of the score that stays with each flaw. */
const KEEPS: Record<QualityFlaw, number> = { empty: 0, refusal: 0.1, 'no-answer-given': 0.2, 'broken-json': 0.2, truncated: 0.4 }

const REFUSAL =
  /^(?:(?:i['’]?m|i am) (?:very |really |truly )?sorry,?(?: but)?,? |sorry,? (?:but )?|unfortunately,? |as an ai(?: language model| assistant)?,? |es tut mir leid,? (?:aber )?|je suis désolée?,? (?:mais )?|lo siento,? (?:pero )?)?(?:i (?:can(?:no|['’])t|am (?:not able|unable)|['’]m (?:not able|unable)|won['’]t|must decline|have to decline)|ich kann (?:dabei |das |dir |ihnen )?(?:leider )?nicht|je ne peux pas|no puedo)\b/i
const HEDGE =
  /^(?:i (?:really )?(?:don['’]t|do not) know|i(?:['’]m| am) not (?:quite |entirely )?sure|i have no (?:idea|information)|it(?:['’]s| is) (?:impossible|hard) to (?:say|know)|it depends|no idea|ich weiß (?:es )?nicht|je ne sais pas|no (?:lo )?sé)\b/i
const WANTS_JSON =
  /\b(?:(?:as|in|return|reply with|respond with|output|give me|valid|only) (?:a |an |valid |pure |raw )*json|json (?:object|array|only)|als json|en json)\b/i
/** A refusal or hedge is short; a long answer that begins politely may well be one. */
const SHORT = 600

/** Looks for what makes an answer useless whatever was asked: empty, cut short, refused, evasive, or not the JSON that was asked for. */
export function hardChecks(question: string, answer: { readonly text: string; readonly stop: StopReason }): Quality {
  const text = answer.text.trim()
  const found: [QualityFlaw, string][] = []
  if (text === '') found.push(['empty', 'The answer is empty.'])
  if (answer.stop === 'length') found.push(['truncated', 'The answer was cut at the output limit.'])
  if (answer.stop === 'refusal') found.push(['refusal', 'The model or a filter declined.'])
  else if (text.length <= SHORT && REFUSAL.test(text)) found.push(['refusal', `The answer declines: “${beginning(text)}”`])
  else if (text.length <= SHORT && HEDGE.test(text))
    found.push(['no-answer-given', `The answer does not commit itself: “${beginning(text)}”`])
  if (text !== '' && WANTS_JSON.test(question) && !holdsJson(text)) {
    found.push(['broken-json', 'JSON was asked for and the answer is not valid JSON.'])
  }
  return {
    score: found.reduce((score, [flaw]) => score * KEEPS[flaw], 1),
    method: 'hard-checks',
    flaws: found.map(([flaw]) => flaw),
    evidence: found.length === 0 ? ['Not empty, not cut, not declined.'] : found.map(([, sentence]) => sentence),
  }
}

function beginning(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length <= 60 ? line : `${line.slice(0, 60).trimEnd()}…`
}

function holdsJson(text: string): boolean {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n?```/i.exec(text)?.[1]
  return [text, fenced].some((candidate) => {
    if (candidate === undefined) return false
    try {
      JSON.parse(candidate)
      return true
    } catch {
      return false
    }
  })
}
