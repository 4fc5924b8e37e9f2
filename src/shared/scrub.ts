const REMOVED = '[key removed]'

/** Shorter secrets would cut ordinary words out of a text. */
const SHORTEST_SECRET = 4

/** Forms of the vendors' keys, and of any credential that a header or address carries. */
const KEY_FORMS: readonly RegExp[] = [
  /\b(?:sk|pk|rk)-[\w*…-]{16,}/g, // OpenAI, Anthropic, OpenRouter, DeepSeek
  /\bAIza[\w*…-]{16,}/g, // Google
  /\b(?:pplx|xai|gsk)[-_][\w*…-]{16,}/g, // Perplexity, xAI, Groq
  /\b(?:(?:sk|pk|rk|pplx|xai|gsk)[-_]|AIza)[\w-]*(?:\*|…|\.{3})[\w*….-]*/g, // echoed with its middle left out, however short
  /(?<=\bbearer\s{1,3})[A-Za-z0-9._~+/=-]{8,}/gi,
  /(?<=\b(?:x-api-key|x-goog-api-key|api[-_]?key|access[-_]token|key)["']?\s{0,2}[:=]\s{0,2}["']?)[A-Za-z0-9._~+/=-]{16,}/gi,
]

/** For errors and logs: `text` without the known secrets, also as addresses write them, and without anything that has the form of a key. */
export function scrub(text: string, secrets: Iterable<string | null> = []): string {
  let clean = text
  for (const secret of secrets) {
    if (secret === null || secret.length < SHORTEST_SECRET) continue
    clean = clean.replaceAll(secret, REMOVED).replaceAll(encodeURIComponent(secret), REMOVED)
  }
  for (const form of KEY_FORMS) clean = clean.replace(form, REMOVED)
  return clean
}
