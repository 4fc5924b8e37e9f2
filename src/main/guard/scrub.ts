const REMOVED = '[key removed]'

/** Shorter secrets would cut ordinary words out of a text. */
const SHORTEST_SECRET = 6

/** Forms of the vendors' keys, and of any credential that a header or address carries. */
const KEY_FORMS: readonly RegExp[] = [
  /\b(?:sk|pk|rk)-[\w*…-]{16,}/g, // OpenAI, Anthropic, OpenRouter, DeepSeek; also where one echoes a key with its middle starred out
  /\bAIza[\w*…-]{16,}/g, // Google
  /\b(?:pplx|xai|gsk)[-_][\w*…-]{16,}/g, // Perplexity, xAI, Groq
  /(?<=\bbearer\s{1,3})[A-Za-z0-9._~+/=-]{8,}/gi,
  /(?<=\b(?:x-api-key|x-goog-api-key|api[-_]?key|access[-_]token|key)["']?\s{0,2}[:=]\s{0,2}["']?)[A-Za-z0-9._~+/=-]{16,}/gi,
]

/** `text` without the known secrets, also as addresses write them, and without anything that has the form of a key. */
export function scrub(text: string, secrets: Iterable<string> = []): string {
  let clean = text
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue
    clean = clean.replaceAll(secret, REMOVED).replaceAll(encodeURIComponent(secret), REMOVED)
  }
  for (const form of KEY_FORMS) clean = clean.replace(form, REMOVED)
  return clean
}
