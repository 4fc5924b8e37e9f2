/** What the issuers of keys write at their beginning. Each form is so long that ordinary text does not have it by chance. */
const FORMS: readonly { readonly kind: string; readonly form: RegExp }[] = [
  { kind: 'private key', form: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { kind: 'Anthropic key', form: /\bsk-ant-[\w-]{20,}/ },
  { kind: 'OpenAI key', form: /\bsk-(?:proj-|svcacct-|admin-)?(?=[\w-]*\d)[\w-]{32,}/ },
  { kind: 'Google key', form: /\bAIza[\w-]{35}/ },
  { kind: 'Perplexity key', form: /\bpplx-[A-Za-z0-9]{32,}/ },
  { kind: 'GitHub token', form: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,})/ },
  { kind: 'GitLab token', form: /\bglpat-[\w-]{20,}/ },
  { kind: 'AWS key', form: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { kind: 'Slack token', form: /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/ },
  { kind: 'Stripe key', form: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
  { kind: 'npm token', form: /\bnpm_[A-Za-z0-9]{36}\b/ },
]
/** One of these stands in every form: most texts are done with after one look. */
const TELLING = /PRIVATE KEY|sk-|AIza|pplx-|gh[pousr]_|github_pat_|glpat-|A[KS]IA|xox|k_live_|npm_/
/** A known secret that is shorter could be an ordinary word. */
const SHORTEST_KNOWN = 12
/** Of a secret this many characters may be shown. */
const SHOWN = 4

/** What looks like a secret, in words that do not give it away: "GitHub token …9f3c"; null where there is none. `known`: keys of the vault. */
export function findSecret(text: string, known: readonly string[]): string | null {
  const own = known.find((secret) => secret.length >= SHORTEST_KNOWN && text.includes(secret))
  if (own !== undefined) return `key of yours …${own.slice(-SHOWN)}`
  if (!TELLING.test(text)) return null
  for (const { kind, form } of FORMS) {
    const found = form.exec(text)?.[0]
    if (found !== undefined) return kind === 'private key' ? kind : `${kind} …${found.slice(-SHOWN)}`
  }
  return null
}
