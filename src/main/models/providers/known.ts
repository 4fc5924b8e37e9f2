import { ProviderId } from '../../../shared/ids.ts'
import { KEY_VARIABLES } from '../../../shared/key-variables.ts'
import type { Provider, ProviderKind } from '../../../shared/settings.ts'

/** A ready entry: everything about a vendor that is not code. */
export interface KnownProvider extends Provider {
  /** Environment variables of its key; the first that is set counts. */
  readonly variables: readonly string[]
  /** Its id in the price list; null: none (local). */
  readonly priceList: string | null
  /** How its keys begin. The longest beginning that fits decides. */
  readonly keyForms: readonly RegExp[]
}

const REMOTE_CONCURRENCY = 6
const NO_LIMITS = { requestsPerMinute: null, tokensPerMinute: null }

function vendor(
  kind: ProviderKind,
  id: string,
  name: string,
  baseUrl: string | null,
  rest: Pick<KnownProvider, 'priceList' | 'keyForms'>,
): KnownProvider {
  const variables = KEY_VARIABLES[id] ?? []
  const own = { id: ProviderId.parse(id), kind, name, baseUrl, concurrency: REMOTE_CONCURRENCY, local: false, enabled: true }
  return { ...own, ...NO_LIMITS, variables, ...rest }
}

function local(id: string, name: string, baseUrl: string): KnownProvider {
  const none = { variables: [], priceList: null, keyForms: [] }
  const own = { id: ProviderId.parse(id), kind: 'compatible' as const, name, baseUrl, concurrency: 1, local: true, enabled: true }
  return { ...own, ...NO_LIMITS, ...none }
}

/** Ready entries. Every address can be overridden by the provider's own. */
export const KNOWN_PROVIDERS: readonly KnownProvider[] = [
  vendor('openai', 'openai', 'OpenAI', null, {
    priceList: 'openai',
    keyForms: [/^sk-(proj|svcacct|admin)-[\w-]{20,}$/, /^sk-(?=\w*[A-Z])\w{40,}$/],
  }),
  vendor('anthropic', 'anthropic', 'Anthropic', null, {
    priceList: 'anthropic',
    keyForms: [/^sk-ant-[\w-]{10,}$/],
  }),
  vendor('google', 'google', 'Google', null, {
    priceList: 'google',
    keyForms: [/^AIza[\w-]{30,}$/, /^AQ\.[\w-]{20,}$/],
  }),
  vendor('perplexity', 'perplexity', 'Perplexity', null, {
    priceList: 'perplexity',
    keyForms: [/^pplx-\w{10,}$/],
  }),
  vendor('compatible', 'xai', 'xAI', 'https://api.x.ai/v1', {
    priceList: 'x-ai',
    keyForms: [/^xai-\w{10,}$/],
  }),
  vendor('compatible', 'groq', 'Groq', 'https://api.groq.com/openai/v1', {
    priceList: 'groq',
    keyForms: [/^gsk_\w{10,}$/],
  }),
  vendor('compatible', 'openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1', {
    priceList: 'openrouter',
    keyForms: [/^sk-or-[\w-]{10,}$/],
  }),
  vendor('compatible', 'mistral', 'Mistral', 'https://api.mistral.ai/v1', {
    priceList: 'mistral',
    keyForms: [/^[A-Za-z0-9]{32}$/],
  }),
  vendor('compatible', 'deepseek', 'DeepSeek', 'https://api.deepseek.com', {
    priceList: 'deepseek',
    keyForms: [/^sk-[0-9a-f]{32}$/],
  }),
  local('ollama', 'Ollama', 'http://127.0.0.1:11434/v1'),
  local('lm-studio', 'LM Studio', 'http://127.0.0.1:1234/v1'),
]

export function knownProvider(id: ProviderId): KnownProvider | null {
  return KNOWN_PROVIDERS.find((provider) => provider.id === id) ?? null
}

/** Whose key this is, by its form; null where no form fits. Nothing is sent anywhere. */
export function recogniseKey(key: string): ProviderId | null {
  const pasted = key.trim()
  return KNOWN_PROVIDERS.find(({ keyForms }) => keyForms.some((form) => form.test(pasted)))?.id ?? null
}
