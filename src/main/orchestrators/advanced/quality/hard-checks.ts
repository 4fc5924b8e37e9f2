import type { Citation, StopReason } from '../../../../shared/model.ts'
import { type Sentence, say } from '../../../../shared/sentence.ts'

export type QualityFlaw = 'empty' | 'truncated' | 'refusal' | 'no-answer-given' | 'broken-json' | 'unresolved-citation' | 'repeats-itself'

/** What the hard checks make of an answer, and the evidence in words. */
export interface Checked {
  /** In [0, 1]; 1: nothing speaks against it. The hard checks say nothing about being right. */
  readonly score: number
  readonly flaws: readonly QualityFlaw[]
  /** One sentence a flaw, or that there was none. */
  readonly evidence: readonly Sentence[]
}

/** The share of the score that stays with each flaw. */
const KEEPS: Record<QualityFlaw, number> = {
  empty: 0,
  refusal: 0.1,
  'no-answer-given': 0.2,
  'broken-json': 0.2,
  'repeats-itself': 0.3,
  truncated: 0.4,
  'unresolved-citation': 0.6,
}

const REFUSAL =
  /^(?:(?:i['’]?m|i am) (?:very |really |truly )?sorry,?(?: but)?,? |sorry,? (?:but )?|unfortunately,? |as an ai(?: language model| assistant)?,? |es tut mir leid,? (?:aber )?|je suis désolée?,? (?:mais )?|lo siento,? (?:pero )?)?(?:i (?:can(?:no|['’])t|am (?:not able|unable)|['’]m (?:not able|unable)|won['’]t|must decline|have to decline)|ich kann (?:dabei |das |dir |ihnen )?(?:leider )?nicht|je ne peux pas|no puedo)\b/i
const HEDGE =
  /^(?:i (?:really )?(?:don['’]t|do not) know|i(?:['’]m| am) not (?:quite |entirely )?sure|i have no (?:idea|information)|it(?:['’]s| is) (?:impossible|hard) to (?:say|know)|it depends|no idea|ich weiß (?:es )?nicht|je ne sais pas|no (?:lo )?sé)\b/i
const WANTS_JSON =
  /\b(?:(?:as|in|return|reply with|respond with|output|give me|valid|only) (?:a |an |valid |pure |raw )*json|json (?:object|array|only)|als json|en json)\b/i
/** A refusal or hedge is short; a long answer that begins politely may well be one. */
const SHORT = 600
/** So many equal lines are a loop. */
const LOOP = 8

export interface CheckedAnswer {
  readonly text: string
  readonly stop: StopReason
  readonly citations?: readonly Citation[]
}

/**
 * Looks for what makes an answer useless whatever was asked: empty, cut short, refused, evasive, going round in circles, not the JSON that
 * was asked for, or with marks of sources that are not there.
 */
export function hardChecks(question: string, answer: CheckedAnswer): Checked {
  const text = answer.text.trim()
  const found: [QualityFlaw, Sentence][] = []
  if (text === '') found.push(['empty', say('check.empty')])
  if (answer.stop === 'length') found.push(['truncated', say('check.cut')])
  if (answer.stop === 'refusal') found.push(['refusal', say('check.declined')])
  else if (text.length <= SHORT && REFUSAL.test(text)) found.push(['refusal', say('check.declines', { answer: beginning(text) })])
  else if (text.length <= SHORT && HEDGE.test(text)) found.push(['no-answer-given', say('check.evades', { answer: beginning(text) })])
  if (text !== '' && WANTS_JSON.test(question) && !holdsJson(text)) {
    found.push(['broken-json', say('check.no-json')])
  }
  const loop = repeated(text)
  if (loop !== null) found.push(['repeats-itself', say('check.repeats', { answer: beginning(loop) })])
  const dangling = danglingMarks(text, answer.citations ?? [])
  if (dangling.length > 0) found.push(['unresolved-citation', say('check.no-source', { marks: dangling })])
  return {
    score: found.reduce((score, [flaw]) => score * KEEPS[flaw], 1),
    flaws: found.map(([flaw]) => flaw),
    evidence: found.length === 0 ? [say('check.passed')] : found.map(([, sentence]) => sentence),
  }
}

/** A line that stands there again and again: a model that found no end. */
function repeated(text: string): string | null {
  const lines = text.split('\n').filter((line) => line.trim().length >= 20)
  if (lines.length < LOOP) return null
  for (const [line, same] of Map.groupBy(lines, (each) => each.trim()))
    if (same.length >= LOOP && same.length * 2 > lines.length) return line
  return null
}

/** Marks such as “[7]” beyond the sources that came with the answer; without any sources such a mark is part of the text. */
function danglingMarks(text: string, citations: readonly Citation[]): string[] {
  if (citations.length === 0) return []
  const prose = text.replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, '')
  const runs = prose.match(/(?<![\w)\]])(?:\[\d{1,2}\])+(?!\()/g) ?? []
  const marks = runs.flatMap((run) => [...run.matchAll(/\d+/g)].map(([digits]) => Number(digits)))
  return [...new Set(marks)].filter((mark) => mark < 1 || mark > citations.length).map((mark) => `[${mark}]`)
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
