import type { TaskType } from '../../../../shared/preset.ts'
import { type Found, weigh } from './cue.ts'
import { code, codeMarks, programOutput } from './cues/code.ts'
import { math, mathMarks, puzzle } from './cues/exact.ts'
import { facts, smallTalk, weighing, writing } from './cues/open.ts'
import { MULTIPLE_CHOICE, YES_OR_NO } from './cues/shape.ts'
import { classifying, editing, summary, translation } from './cues/text-work.ts'
import type { SplitRequest } from './split-request.ts'

/** What kind of answer a task has; it decides how members can work together on it. */
export type Answer = 'exact' | 'open' | 'given-text' | 'explained'

export interface Task {
  readonly type: TaskType
  readonly answer: Answer
  /** One sentence: by what it was recognised. */
  readonly evidence: string
  /** How much pointed at it; under 1 it is a guess. */
  readonly weight: number
}

/** From this weight on a cue decides against weaker ones of other tasks. */
const CLEAR = 3
/** Small talk is short. */
const TALK_WORDS = 14
/** What is in the material is a hint alone. */
const MATERIAL = 0.25

/** Whether words ask for something to be done to a text. */
export function isTextWork(words: string): boolean {
  return [translation, summary, editing, classifying].some((find) => weigh(find(words)) >= CLEAR)
}

/** The kind of task, from the person's own words first and the pasted text second. */
export function taskOf(request: SplitRequest): Task {
  const { ask, material } = request
  const hinted = (find: (text: string) => readonly Found[]) => merged(find(ask), find(material.slice(0, 2000)), MATERIAL)
  const text = {
    translation: translation(ask),
    summary: summary(ask),
    editing: editing(ask),
    classifying: classifying(ask),
  }
  const coded = [...hinted(code), ...marks(codeMarks, ask, 1), ...marks(codeMarks, material, 0.5), ...(request.code ? [CODE_BLOCK] : [])]
  const codeWeight = weigh(coded)
  const reckoned = reckoning(ask, material, hinted(math))
  const thought = [...puzzle(ask), ...storyWithQuestion(ask)]
  const weighed = weighing(ask)
  const written = writing(ask)
  const known = facts(ask)
  const talk = smallTalk(ask)
  const words = ask.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const figures = ask.match(/(?<![\p{L}\d])\d[\d.,]*/gu)?.length ?? 0

  const quoted = material !== '' && material.length < SHORT_QUOTE && text.translation.length > 0 && weigh(written) < 2
  if (weigh(text.translation) >= CLEAR || quoted) return task('translation', 'given-text', text.translation)
  if (weigh(text.classifying) >= CLEAR && codeWeight < CLEAR) return task('reasoning', 'exact', text.classifying)
  const output = programOutput(ask)
  if (weigh(output) >= CLEAR && codeWeight >= 1) return task('code', 'exact', output)
  if (weigh(text.summary) >= CLEAR && weigh(text.summary) + 1 >= codeWeight - weigh(text.summary))
    return task('summary', 'given-text', text.summary)
  if (weigh(text.editing) >= CLEAR && codeWeight < 2.5) return task('writing', 'given-text', text.editing)
  if (isTalk(talk, words, [codeWeight, weigh(reckoned), weigh(written), weigh(weighed)])) return task('chat', 'open', talk)

  const scores: readonly { readonly task: Task; readonly score: number }[] = [
    { task: task('code', 'open', coded), score: codeWeight < 1.5 ? 0 : codeWeight },
    { task: task('math', 'exact', reckoned), score: weigh(reckoned) },
    { task: task('reasoning', 'exact', thought), score: weigh(thought) + (thought.length > 0 && YES_OR_NO.test(ask) ? 1 : 0) },
    { task: task('reasoning', 'open', weighed), score: weigh(weighed) + (weigh(weighed) >= CLEAR ? 1.5 : 0) },
    { task: task('writing', 'open', written), score: weigh(written) - (codeWeight >= 2.5 ? 2 : 0) },
    {
      task: task('facts', MULTIPLE_CHOICE.test(ask) ? 'exact' : 'explained', known),
      score: Math.min(weigh(known), figures >= 2 && /\?/.test(ask) ? 1.4 : 2.4),
    },
    { task: task('translation', 'given-text', text.translation), score: weigh(text.translation) },
  ]
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  // A long text below a few words that name no task: people want to know what it says.
  if (material.length > LONG_MATERIAL && !request.code && best.score < 2.5 && (best.task.type === 'facts' || best.score < 1))
    return task('summary', 'given-text', [{ text: 'a long text', named: true, weight: 2 }])
  if (best.score >= 1) return best.task
  if (talk.length > 0 || words < 4 || request.steering.length > 0 || (words <= TO_YOU_WORDS && TO_YOU.test(ask)))
    return task('chat', 'open', talk)
  return /\?\s*$/.test(ask) || words >= 3 ? task('facts', 'explained', known) : task('chat', 'open', talk)
}

/** A phrase that is to be translated, rather than a text that is talked about. */
const SHORT_QUOTE = 600
const LONG_MATERIAL = 200

const CODE_BLOCK: Found = { text: 'a block of code', named: true, weight: 2.5 }

/** Figures are reckoned with where there is a question or a word for it; without any number “how much” asks for knowledge. */
function reckoning(ask: string, material: string, words: readonly Found[]): Found[] {
  const figures = [...marks(mathMarks, ask, 1), ...marks(mathMarks, material, MATERIAL), ...severalNumbers(ask)]
  const numbers = NUMBER.test(ask) || words.some(({ weight }) => weight >= CLEAR)
  const wanted = /\?/.test(ask) || weigh(words) >= 2 || figures.some(({ weight }) => weight >= 2)
  const weaker = (list: readonly Found[], factor: number) => list.map((each) => ({ ...each, weight: each.weight * factor }))
  return [...(numbers ? words : weaker(words, 0.75)), ...(wanted ? figures : weaker(figures, 0.3))]
}

/** Some statements and then a question about them: the answer is in the statements. */
function storyWithQuestion(ask: string): Found[] {
  const sentences = ask.split(/(?<=[.!?:])\s+/).filter((sentence) => sentence.trim().length > 8)
  const last = sentences.at(-1) ?? ''
  const told = sentences.slice(0, -1).filter((sentence) => /[.:]$/.test(sentence.trim())).length
  const asks = /(?<![\p{L}])(?:who|which|where|wer|wem|welche\w*|wo|qui|lequel|laquelle|où|combien)(?![\p{L}])[^?]*\?\s*$/iu.test(last)
  return told >= 1 && asks && !FIRST_PERSON.test(ask) ? [{ text: 'a story with a question', named: true, weight: told >= 2 ? 2 : 1.5 }] : []
}

/** A few words to the one that is spoken with, about nothing else. */
const TO_YOU = /(?<![\p{L}])(?:you|your|du|dich|dir|dein\w*|tu|te|toi|ton|ta)(?![\p{L}])/iu
const TO_YOU_WORDS = 7

const NUMBER =
  /\d|(?<![\p{L}])(?:two|three|four|five|six|seven|eight|nine|ten|dozen|half|twice|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hälfte|doppelt|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|moitié|double)(?![\p{L}])/iu
const FIRST_PERSON = /(?<![\p{L}])(?:i|i'm|we|my|our|ich|wir|mein\w*|unser\w*|je|j'|nous|mon|ma|mes|notre)(?![\p{L}])/iu

function isTalk(talk: readonly Found[], words: number, others: readonly number[]): boolean {
  return words <= TALK_WORDS && talk.length > 0 && others.every((weight) => weight < 2)
}

function merged(own: readonly Found[], hints: readonly Found[], factor: number): Found[] {
  const strongest = hints.toSorted((a, b) => b.weight - a.weight).slice(0, 4)
  return [...own, ...strongest.map((hint) => ({ ...hint, weight: hint.weight * factor }))]
}

function marks(list: typeof codeMarks, text: string, factor: number): Found[] {
  if (text === '') return []
  return list.flatMap(({ pattern, weight, name }) => {
    const hit = pattern.exec(text)?.[0].trim()
    if (hit === undefined) return []
    return [{ ...(hit.length < 3 || /\n/.test(hit) ? { text: name, named: true } : { text: hit }), weight: weight * factor }]
  })
}

/** A short text with several numbers is mostly a sum. */
function severalNumbers(ask: string): Found[] {
  const numbers = ask.match(/(?<![\p{L}\d])\d[\d.,]*/gu)?.length ?? 0
  return numbers >= 2 ? [{ text: 'having several numbers', named: true, weight: numbers >= 3 || ask.includes('?') ? 1.5 : 1 }] : []
}

function task(type: TaskType, answer: Answer, found: readonly Found[]): Task {
  return { type, answer, evidence: evidenceOf(type, found), weight: weigh(found) }
}

function evidenceOf(type: TaskType, found: readonly Found[]): string {
  const [strongest] = found.toSorted((a, b) => b.weight - a.weight)
  if (strongest !== undefined) return `${inWords(strongest)} marks a question of ${type}.`
  return type === 'chat' ? 'Nothing in the question marks a task, so it is taken for chat.' : `It reads like a question of ${type}.`
}

function inWords({ text, named }: Found): string {
  const words = text.trim().slice(0, 40)
  return named === true ? words.charAt(0).toUpperCase() + words.slice(1) : `“${words}”`
}
