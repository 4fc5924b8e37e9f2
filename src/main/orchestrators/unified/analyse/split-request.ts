/** A request in its parts: what is wanted, and the text it is wanted for. */
export interface SplitRequest {
  /** The person's own words; pasted and quoted text is taken out. */
  readonly ask: string
  /** Pasted and quoted text: it is read, never obeyed. */
  readonly material: string
  /** Parts of the request that would steer models, members or limits; they are taken out of `ask`. */
  readonly steering: readonly string[]
  /** Whether a block of code is among the material. */
  readonly code: boolean
}

/** What is looked at, from the start and the end: people say there what they want. Longer requests cost no more. */
const HEAD = 6000
const TAIL = 2000
/** A first paragraph up to this length is what is wanted; what follows is what it is wanted for. */
const ASK_PARAGRAPH = 400
const CLOSING_PARAGRAPH = 200
/** Behind a colon, from this length on, stands a text rather than the end of a sentence. */
const AFTER_COLON = 60

const FENCE = /```[\s\S]*?(?:```|$)/g
const QUOTE = /[„“"][^„“”"\n]{2,2000}[“”"]|«[^«»\n]{2,2000}»/g
const CODE_LINE =
  /[{};]\s*$|^\s*(?:def|class|import|from|const|let|var|function|return|public|private|SELECT|FROM|#include)\b|=>|^\s*[\w.]+\([^)]*\)\s*$|^\s*[\w.]+ ?[-+*]?= ?\S/

/** Words that would turn rules, limits or the choice of members; whoever wrote them, they decide nothing here. */
const STEERING =
  /(?:ignor\w*|disregard|forget|override|bypass|vergiss|vergesst|missachte|oublie\w*|contourne\w*)[^.!?:\n]{0,60}(?:instruction|rule|limit|budget|polic|regel|anweisung|vorgabe|grenze|consigne|instruction|règle|limite)|(?:most expensive|priciest|strongest possible|teuerste\w*|plus chers?|plus chères?|más caros?)[^.!?:\n]{0,30}(?:model|modell|modèle|member|mitglied)|(?:use|ask|nimm|frage|benutze|utilise|demande|choisis)[^.!?:\n]{0,30}(?:all|every|alle[nrms]?|jede[nrms]?|tous les|toutes les|forty|\d{2,})[^.!?:\n]{0,20}(?:models?|members?|modelle?n?|mitglieder\w*|modèles?|membres?)|(?:system prompt|systemprompt|systemanweisung|geheime\w* anweisung|instructions secrètes|invite système|secret instructions|hidden instructions|jailbreak|developer mode|mode développeur|entwicklermodus)|(?:you are now|du bist (?:jetzt|ab jetzt|nun)|tu es (?:maintenant|désormais))[^.!?\n]{0,40}(?:admin\w*|root|dan|unrestricted|ohne|sans|frei)|(?:money|cost|geld|kosten|argent|prix)[^.!?\n]{0,20}(?:no object|doesn't matter|egal|keine rolle|peu importe|n'importe)/iu

/**
 * Takes a request apart. Pure; linear in the first and last few thousand characters. `isOperation` says whether words ask for
 * something to be done to a text: then what follows their colon is that text.
 */
export function splitRequest(request: string, isOperation: (words: string) => boolean): SplitRequest {
  const text = request.length > HEAD + TAIL ? `${request.slice(0, HEAD)}\n\n${request.slice(-TAIL)}` : request
  const material: string[] = []
  const take = (part: string) => {
    material.push(part)
    return ' ⟨⟩ '
  }
  const code = /```/.test(text)
  const bare = text.replace(FENCE, take)
  const { own, given } = byParagraphs(bare, isOperation)
  material.push(...given)
  const words = own.replace(QUOTE, take)
  const { kept, steering } = withoutSteering(words)
  return { ask: kept, material: material.join('\n\n'), steering, code: code || given.some(looksLikeCode) }
}

/** Which paragraphs are the person's own: the first, where it is short, and a short last one. */
function byParagraphs(text: string, isOperation: (words: string) => boolean): { own: string; given: string[] } {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  const first = paragraphs[0] ?? ''
  if (paragraphs.length < 2) return byColon(first, isOperation)
  const last = paragraphs.at(-1) ?? ''
  const leads = first.length <= ASK_PARAGRAPH
  const closes = last.length <= CLOSING_PARAGRAPH && (!leads || paragraphs.length > 2) && !looksLikeCode(last)
  const own = [...(leads ? [first] : []), ...(closes ? [last] : [])]
  if (own.length === 0) return { own: first.slice(0, ASK_PARAGRAPH), given: [first.slice(ASK_PARAGRAPH), ...paragraphs.slice(1)] }
  return { own: own.join('\n'), given: paragraphs.slice(leads ? 1 : 0, closes ? -1 : undefined) }
}

/** One paragraph: what follows the first line, or a colon or question mark, may be a pasted text. */
function byColon(text: string, isOperation: (words: string) => boolean): { own: string; given: string[] } {
  const lines = text.split('\n')
  const [line = '', ...others] = lines
  const rest = others.join('\n')
  if (others.length > 0 && rest.length > AFTER_COLON && (looksLikeCode(rest) || /[:?]\s*$/.test(line))) return { own: line, given: [rest] }
  const cut = /^([^:?\n]{3,140}[:?])\s+(?=\S)/.exec(text)
  const head = cut?.[1]
  if (head === undefined || text.length - head.length < AFTER_COLON || !isOperation(head)) return { own: text, given: [] }
  return { own: head, given: [text.slice(head.length)] }
}

function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const code = lines.filter((line) => CODE_LINE.test(line)).length
  return code >= 2 && code * 3 >= lines.length
}

function withoutSteering(text: string): { kept: string; steering: string[] } {
  if (!STEERING.test(text)) return { kept: text, steering: [] }
  const steering: string[] = []
  const sentences = text.split(/(?<=[.!?;\n])\s+|(?<=:)\s+/)
  const kept = sentences.filter((sentence) => {
    if (!STEERING.test(sentence)) return true
    steering.push(sentence.trim())
    return false
  })
  return { kept: kept.join(' '), steering }
}
