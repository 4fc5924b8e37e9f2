import type { TaskType } from '../../../shared/preset.ts'

export interface TaskGuess {
  readonly type: TaskType
  /** One sentence: by what it was recognised. */
  readonly evidence: string
}

interface Rule {
  readonly type: TaskType
  readonly pattern: RegExp
}

/** English, German, French, Spanish. The first rule that matches decides, so the narrow ones come first. */
const RULES: readonly Rule[] = [
  {
    type: 'translation',
    pattern:
      /\b(?:translate|translation|übersetz\w*|tradui\w*|traduc\w*|tradúc\w*)\b|\b(?:in|into|to|auf|ins|en|al) (?:english|german|french|spanish|deutsch|englisch|französisch|spanisch|anglais|allemand|espagnol|inglés|alemán|francés)\b/iu,
  },
  {
    type: 'summary',
    pattern:
      /\b(?:summar(?:y|ise|ize|ies)\w*|tl;?dr|key points|in a nutshell|fasse?\b.*\bzusammen|zusammenfass\w*|résum\w*|resum(?:e|en|ir|a)\b|resumen)/iu,
  },
  {
    type: 'code',
    pattern:
      /```|\b(?:code|function|regex|regexp|script|python|javascript|typescript|java|rust|sql|html|css|bash|compile[sr]?|refactor|debug|unit tests?|stack trace|api endpoint|algorithm|funktion|programm(?:ier\w*)?|quelltext|fonction|programme|función|programa|código)\b|\b\w+\(\)|=>|[{};]\s*$/imu,
  },
  {
    type: 'math',
    pattern:
      /\d[\d.,]*\s*[-+*/×÷^=]\s*\(?\d[\d.,]*|\d\s*(?:%|percent|prozent|pour cent|por ciento)|\b(?:calculate|compute|equation|integral|derivative|square root|sum of|product of|divided by|multiplied|how (?:many|much|long|far|old)|convert|average|probability|berechne\w*|rechne\w*|wie ?viele?|gleichung|wurzel|umrechnen|calcule\w*|combien|équation|calcula\w*|cuánt[oa]s?|ecuación)\b|\b\d{1,2}:\d{2}\b/iu,
  },
  {
    type: 'reasoning',
    pattern:
      /\b(?:puzzle|riddle|logic\w*|deduce|infer|who is (?:the )?\w+est|if all|all \w+ are|therefore|prove|step by step|next in the (?:sequence|series)|rätsel|logisch|beweise|folgere|énigme|logique|déduire|démontre\w*|acertijo|lógica|deduce|demuestra)\b|\b(?:older|younger|taller|shorter|faster|slower|heavier|lighter) than\b/iu,
  },
  {
    type: 'writing',
    pattern:
      /\b(?:write|draft|compose|rewrite|rephrase|proofread|essay|poem|story|letter|e-?mail|blog post|headline|slogan|speech|schreib\w*|verfass\w*|formulier\w*|gedicht|geschichte|brief|aufsatz|écri(?:s|re|vez)|rédige\w*|poème|lettre|redact\w*|escrib\w*|poema|carta)\b/iu,
  },
  {
    type: 'facts',
    pattern:
      /^(?:who|what|when|where|which|why|how|wer|was|wann|wo|welche\w*|warum|wie|qui|que|qu['’]est-ce|quand|où|quel(?:le)?s?|pourquoi|comment|quién|qué|cuándo|dónde|cuál(?:es)?|por qué|cómo|¿)\b|^¿|\b(?:explain|define|capital of|definition|erkläre?|hauptstadt|explique\w*|capitale|explica\w*|define)\b/iu,
  },
]

/** JavaScript's own word boundary knows ASCII alone and would not see the start of “übersetze”. */
const LETTER = '[\\p{L}\\p{N}_]'
const BOUNDARY = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`
const COMPILED = RULES.map(({ type, pattern }) => ({
  type,
  pattern: new RegExp(pattern.source.replaceAll('\\b', BOUNDARY).replaceAll('\\w', LETTER), pattern.flags),
}))

/** Guesses the kind of task from the words of the question; conversation where nothing points elsewhere. */
export function taskTypeOf(question: string): TaskGuess {
  for (const { type, pattern } of COMPILED) {
    const found = pattern.exec(question.slice(0, 20_000))?.[0].trim().replace(/\s+/g, ' ')
    if (found === undefined) continue
    return { type, evidence: `“${found.slice(0, 40)}” marks a question of ${type}.` }
  }
  return { type: 'chat', evidence: 'Nothing in the question marks a task, so it is taken for chat.' }
}
