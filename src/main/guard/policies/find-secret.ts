import { say, type Told } from '../../../shared/sentence.ts'

/** What the issuers of keys write at their beginning. Each form is so long that ordinary text does not have it by chance. */
const FORMS: readonly { readonly issuer: string; readonly thing: 'secret.key' | 'secret.token'; readonly form: RegExp }[] = [
  { issuer: 'Anthropic', thing: 'secret.key', form: /\bsk-ant-[\w-]{20,}/ },
  { issuer: 'OpenAI', thing: 'secret.key', form: /\bsk-(?:proj-|svcacct-|admin-)?(?=[\w-]*\d)[\w-]{32,}/ },
  { issuer: 'Google', thing: 'secret.key', form: /\bAIza[\w-]{35}/ },
  { issuer: 'Perplexity', thing: 'secret.key', form: /\bpplx-[A-Za-z0-9]{32,}/ },
  { issuer: 'GitHub', thing: 'secret.token', form: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,})/ },
  { issuer: 'GitLab', thing: 'secret.token', form: /\bglpat-[\w-]{20,}/ },
  { issuer: 'AWS', thing: 'secret.key', form: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { issuer: 'Slack', thing: 'secret.token', form: /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/ },
  { issuer: 'Stripe', thing: 'secret.key', form: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
  { issuer: 'npm', thing: 'secret.token', form: /\bnpm_[A-Za-z0-9]{36}\b/ },
]
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/
/** One of these stands in every form: most texts are done with after one look. */
const TELLING = /PRIVATE KEY|sk-|AIza|pplx-|gh[pousr]_|github_pat_|glpat-|A[KS]IA|xox|k_live_|npm_/
/** A known secret that is shorter could be an ordinary word. */
const SHORTEST_KNOWN = 12
/** Of a secret this many characters may be shown. */
const SHOWN = 4

/** What looks like a secret, in words that do not give it away: "GitHub token …9f3c"; null where there is none. `known`: keys that are kept. */
export function findSecret(text: string, known: readonly string[]): Told | null {
  const own = known.find((secret) => secret.length >= SHORTEST_KNOWN && text.includes(secret))
  if (own !== undefined) return say('secret.own', { end: own.slice(-SHOWN) })
  if (!TELLING.test(text)) return null
  if (PRIVATE_KEY.test(text)) return say('secret.private')
  for (const { issuer, thing, form } of FORMS) {
    const found = form.exec(text)?.[0]
    if (found !== undefined) return say(thing, { issuer, end: found.slice(-SHOWN) })
  }
  return null
}
