/**
 * Trains the model by which Auto tells requests apart (src/main/orchestrators/unified/analyse/model) from scripts/auto-corpus:
 * multinomial logistic regression over hashed words, parts of words and marks. Deterministic; `npm run train:auto` writes weights.ts.
 *
 * A line of the corpus is `<marks> <text>`. The marks: what kind of task (m sum, p puzzle or classes, r weighing up, c code, o what code
 * prints, w writing, e a given text made better, t translation, s summary of a given text, f knowledge, h small talk or too little), then
 * `+` today's facts or `!` something to reach or to do, then S steps, R roles, X wide research, L work over weeks.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { z } from 'zod'
import { type Feature, featuresOf } from '../src/main/orchestrators/unified/analyse/model/features.ts'
import { HEADS, KINDS, NEEDS, OUTPUTS, SHAPES } from '../src/main/orchestrators/unified/analyse/model/outputs.ts'
import { splitRequest } from '../src/main/orchestrators/unified/analyse/split-request.ts'

const EPOCHS = 14
const STEP = 0.35
/** How much each weight is drawn to nothing in an epoch. */
const DECAY = 0.03
/** So many ways to put one line at most; their weights together are this power of their number. */
const MOST_A_LINE = 60
const SHARED = 0.3
const LEAST_LINES = 2
const LEVELS = 10
const MOST_KEYS = 34_000
const LINE = 140
const HOME = new URL('../src/main/orchestrators/unified/analyse/model/weights.ts', import.meta.url)

interface Example {
  readonly text: string
  readonly language: Language
  readonly targets: readonly [number, number, number]
  readonly mark: string
  readonly line: string
  /** How much it counts: the more ways a line has, the less each. */
  readonly weight: number
}
type Language = 'en' | 'de' | 'fr'

const POLITE: Record<Language, { before: readonly string[]; after: readonly string[] }> = {
  en: {
    before: ['hi, ', 'please ', 'can you ', 'hey can u ', 'Could you please ', 'I need you to ', 'so '],
    after: [' please', ' pls', ' thanks', ' asap', ', thank you!'],
  },
  de: {
    before: ['hallo, ', 'bitte ', 'kannst du ', 'Könnten Sie bitte ', 'ich hätte gern: ', 'sag mal, ', 'also '],
    after: [' bitte', ' danke', ' pls', ', vielen Dank!', ' mal'],
  },
  fr: {
    before: ['bonjour, ', 'stp ', 'tu peux ', 'Pourriez-vous ', "j'aimerais : ", 'dis, ', 'alors '],
    after: [' stp', ' svp', ' merci', " s'il te plaît", ', merci d’avance'],
  },
}

/** The labelled requests of the tests that are no longer held out, as `test/orchestrators/unified/requests/README.md` says. */
const SETS = ['requests.jsonl', 'late.jsonl', 'last.jsonl']
const HELD = new Set(['held', 'check'])
const Labelled = z.object({
  id: z.string(),
  half: z.string(),
  language: z.enum(['en', 'de', 'fr']),
  orchestrator: z.string(),
  strategy: z.string(),
  taskType: z.string(),
  needsTools: z.boolean(),
  text: z.string(),
})

const random = mulberry(20)
const LISTS = { en: listsOf('en'), de: listsOf('de'), fr: listsOf('fr') }
const started = performance.now()
const seeds = [
  ...(['en', 'de', 'fr'] as const).flatMap((language) => linesOf(language).flatMap((line) => examplesOf(line, language))),
  ...SETS.flatMap(labelledIn),
]
const requests = seeds.flatMap((example) => [example, varied(example), varied(example)])
const places = placesOf()
const rows = requests.map(({ text, targets, mark, weight }) => ({ features: known(featuresIn(text, mark)), targets, weight }))
const weights = new Float32Array(places.size * OUTPUTS)
const biases = new Float32Array(OUTPUTS)
train()
writeFileSync(HOME, packed())
console.info(`${seeds.length} requests, ${places.size} keys, ${((performance.now() - started) / 1000).toFixed(0)} s`)

function linesOf(language: Language): string[] {
  return ['', '-people', '-styles', '-more', '-words', '-voices', '-rooms'].flatMap((file) => corpus(`${language}${file}`))
}

function corpus(file: string): string[] {
  const text = readFileSync(new URL(`auto-corpus/${file}.txt`, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

/** The lists of words that a line can name, by their names. */
function listsOf(language: Language): ReadonlyMap<string, readonly string[]> {
  return new Map(
    corpus(`${language}-lists`).map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2).split('|')]),
  )
}

/** As many ways to put a line as its longest choice has, so that each alternative is seen; which go together is shuffled. */
function examplesOf(line: string, language: Language): Example[] {
  const space = line.indexOf(' ')
  const [marks, text] = [line.slice(0, space), line.slice(space + 1)]
  const targets = targetsOf(marks, line)
  const parts = text.split(/\{([^{}]*)\}/).map((part, place) => (place % 2 === 1 ? alternatives(part, language) : [part]))
  const ways = Math.min(MOST_A_LINE, Math.max(...parts.map(({ length }) => length)))
  return Array.from({ length: ways }, (_, way) => ({
    text: parts
      .map((choices) => choices[way % choices.length] ?? '')
      .join('')
      .replace(/ {2,}/g, ' ')
      .replaceAll('\\n', '\n')
      .trim(),
    language,
    targets,
    mark: marks.slice(0, 1),
    line,
    weight: ways ** -SHARED,
  }))
}

/** What a choice stands for: its alternatives, those of lists among them; braces without a choice stand for themselves. */
function alternatives(choice: string, language: Language): string[] {
  if (!choice.includes('|') && !choice.startsWith('@')) return [`{${choice}}`]
  return shuffled(
    choice.split('|').flatMap((each) => {
      const name = /@(\w+)/.exec(each)
      if (name === null) return [each]
      const words = LISTS[language].get(name[1] ?? '')
      if (words === undefined) throw new Error(`There is no list ${name[0]} in ${language}-lists.txt.`)
      return words.map((word) => each.replace(name[0], word))
    }),
  )
}

function labelledIn(file: string): Example[] {
  const [, ...lines] = readFileSync(new URL(`../test/orchestrators/unified/requests/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines
    .map((line) => Labelled.parse(JSON.parse(line)))
    .filter(({ half }) => !HELD.has(half))
    .map((each) => {
      const marks = marksOf(each)
      return {
        text: each.text,
        language: each.language,
        targets: targetsOf(marks, each.id),
        mark: marks.slice(0, 1),
        line: each.id,
        weight: 1,
      }
    })
}

/** The marks that a label stands for; tools for a question of facts are mostly today's facts. */
function marksOf({ taskType, strategy, needsTools, orchestrator }: z.infer<typeof Labelled>): string {
  const exact = strategy === 'voting'
  const answer = exact ? 'exact' : strategy === 'cascade' ? 'given-text' : 'open'
  const kinds = KINDS.filter(({ type }) => type === taskType)
  const kind = kinds.find((each) => each.answer === answer) ?? kinds.find((each) => each.answer === 'open') ?? kinds[0]
  const need = needsTools ? (taskType === 'facts' ? '+' : '!') : ''
  const shape = { pipeline: 'S', collaborative: 'R', patterns: 'X', project: 'L' }[orchestrator] ?? ''
  return `${kind?.mark ?? ''}${need}${shape}`
}

function targetsOf(marks: string, line: string): Example['targets'] {
  const kind = KINDS.findIndex(({ mark }) => mark === marks[0])
  const need = NEEDS.findIndex(({ mark }) => mark !== '' && marks.includes(mark))
  const shape = SHAPES.findIndex(({ mark }) => mark !== '' && marks.includes(mark))
  if (kind < 0) throw new Error(`The line starts with no known mark: ${line}`)
  return [kind, Math.max(0, need), Math.max(0, shape)]
}

/** The same request as others type it: small, without stops, with a greeting, mistyped. */
function varied(example: Example): Example {
  const { before, after } = POLITE[example.language]
  const cut = example.text.search(/\n|["„«“]|```/)
  let head = cut < 0 ? example.text : example.text.slice(0, cut)
  const tail = cut < 0 ? '' : example.text.slice(cut)
  const way = random()
  if (way < 0.4) head = head.toLowerCase().replace(/[?.!,]/g, '')
  else if (way < 0.65) head = mistyped(head)
  else if (way < 0.8) head = head.charAt(0).toUpperCase() + head.slice(1)
  const talk = example.mark === 'h'
  const dressed = talk ? 1 : random()
  if (dressed < 0.35) head = `${pick(before)}${head}`
  else if (dressed < 0.58 && tail === '') head = `${head}${pick(after)}`
  return { ...example, text: head + tail }
}

function mistyped(text: string): string {
  return text.replace(/\p{L}{5,}/gu, (word) => {
    if (random() > 0.3) return word
    const at = 1 + Math.floor(random() * (word.length - 2))
    const way = random()
    if (way < 0.4) return word.slice(0, at) + word.slice(at + 1)
    if (way < 0.7) return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
    return word.slice(0, at) + (word[at] ?? '') + word.slice(at)
  })
}

function featuresIn(text: string, mark: string): readonly Feature[] {
  return featuresOf(splitRequest(text, () => 'etsp'.includes(mark))).features
}

/** Where the weights of each key stand. What only one line of the corpus has is its subject rather than its kind. */
function placesOf(): ReadonlyMap<number, number> {
  const lines = new Map<number, Set<string>>()
  for (const { text, mark, line } of requests)
    for (const { key } of featuresIn(text, mark)) lines.set(key, (lines.get(key) ?? new Set()).add(line))
  const kept = [...lines].filter(([, each]) => each.size >= LEAST_LINES).map(([key]) => key)
  return new Map(kept.map((key, place) => [key, place]))
}

function known(features: readonly Feature[]): { at: number; value: number }[] {
  return features.flatMap(({ key, value }) => {
    const place = places.get(key)
    return place === undefined ? [] : [{ at: place * OUTPUTS, value }]
  })
}

/** Stochastic gradient descent with a step for each weight that shrinks as it is used (AdaGrad). */
function train() {
  const used = new Float32Array(weights.length).fill(1e-3)
  const usedBias = new Float32Array(OUTPUTS).fill(1e-3)
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { features, targets, weight } of shuffled(rows)) {
      const errors = errorsOf(features, targets).map((error) => error * weight)
      for (let o = 0; o < OUTPUTS; o += 1) descend(biases, usedBias, o, errors[o] ?? 0)
      for (const { at, value } of features) for (let o = 0; o < OUTPUTS; o += 1) descend(weights, used, at + o, (errors[o] ?? 0) * value)
    }
    for (const [at, weight] of weights.entries()) weights[at] = weight * (1 - DECAY)
  }
}

function descend(list: Float32Array, used: Float32Array, at: number, slope: number) {
  if (Math.abs(slope) < 1e-5) return
  const use = (used[at] ?? 0) + slope * slope
  used[at] = use
  list[at] = (list[at] ?? 0) - (STEP * slope) / Math.sqrt(use)
}

/** By how much each output is too high: its share of its head, less one for the right answer. */
function errorsOf(features: readonly { readonly at: number; readonly value: number }[], targets: Example['targets']): Float32Array {
  const scores = Float32Array.from(biases)
  for (const { at, value } of features) for (let o = 0; o < OUTPUTS; o += 1) scores[o] = (scores[o] ?? 0) + value * (weights[at + o] ?? 0)
  for (const [head, { from, to }] of [HEADS.kind, HEADS.need, HEADS.shape].entries()) {
    const most = Math.max(...scores.subarray(from, to))
    const powers = scores.slice(from, to).map((score) => Math.exp(score - most))
    const sum = powers.reduce((x, y) => x + y, 0)
    for (const [place, power] of powers.entries()) scores[from + place] = power / sum - (place === targets[head] ? 1 : 0)
  }
  return scores
}

/** One byte a weight, with a scale for each output; the keys whose weights say most. */
function packed(): string {
  const scales = Array.from({ length: OUTPUTS }, (_, output) => {
    let most = 0
    for (let at = output; at < weights.length; at += OUTPUTS) most = Math.max(most, Math.abs(weights[at] ?? 0))
    return most / LEVELS
  })
  const says = (place: number) => weights.subarray(place * OUTPUTS, (place + 1) * OUTPUTS).reduce((sum, weight) => sum + weight * weight, 0)
  const kept = [...places].toSorted(([, a], [, b]) => says(b) - says(a)).slice(0, MOST_KEYS)
  const bytes = Buffer.alloc(kept.length * (3 + OUTPUTS))
  let last = 0
  for (const [row, [key, place]] of kept.toSorted(([a], [b]) => a - b).entries()) {
    for (const byte of [0, 1, 2]) bytes[byte * kept.length + row] = (key - last) >> (16 - 8 * byte)
    last = key
    for (let o = 0; o < OUTPUTS; o += 1)
      bytes.writeInt8(Math.round((weights[place * OUTPUTS + o] ?? 0) / (scales[o] ?? 1)), kept.length * (3 + o) + row)
  }
  const list = (numbers: readonly number[]) => `[\n${filled(numbers.map((number) => `${Number(number.toPrecision(4))},`))}\n]`
  return `/** Written by scripts/train-auto.ts; see there. */
export const SCALES: readonly number[] = ${list(scales)}
export const BIASES: readonly number[] = ${list([...biases])}
/** Keys and weights, deflated. */
export const MODEL =
  '${deflateSync(bytes, { level: 9 }).toString('base64')}'
`
}

/** Words in lines as the formatter breaks them. */
function filled(words: readonly string[]): string {
  return words.reduce((text, word) => {
    const line = text.slice(text.lastIndexOf('\n') + 1)
    return line.length + 1 + word.length > LINE ? `${text}\n  ${word}` : `${text}${line === '' ? '  ' : ' '}${word}`
  }, '')
}

function pick<T>(list: readonly T[]): T | '' {
  return list[Math.floor(random() * list.length)] ?? ''
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value)
}

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
