import type { Capability } from '../../../shared/model.ts'
import type { ProviderKind } from '../../../shared/settings.ts'

/** What these do is not answering in words. */
const NOT_CHAT =
  /embed|whisper|tts|transcri|speech|audio|realtime|moderation|image|dall-e|imagen|veo|sora|video|davinci|babbage|guard|safety|rerank|ocr|voxtral|\blive\b|\baqa\b|computer-use|turbo-instruct|^o\d.*deep-research|voice/i

/** Whether a listed model answers in words; the rest of a vendor's list is left out. */
export function isChatModel(id: string): boolean {
  return !NOT_CHAT.test(id)
}

function when(condition: boolean, capability: Capability): Capability[] {
  return condition ? [capability] : []
}

function openai(id: string): Capability[] {
  const reasons = /^o\d/.test(id) || (/^gpt-([5-9]|\d\d)/.test(id) && !/chat/.test(id))
  const old = /^(gpt-3|gpt-4(-\d|-32k|$)|o1-(mini|preview)|o3-mini)/.test(id)
  return [
    'text',
    ...when(reasons, 'reasoning'),
    ...(old ? when(!id.startsWith('o1'), 'tools') : (['tools', 'images', 'pdf'] as const)),
    ...when(!reasons, 'temperature'),
  ]
}

/** Sampling parameters went with Claude 4.7; thinking came with 3.7, PDFs with 3.5. */
function anthropic(id: string): Capability[] {
  const early = /^claude-(instant|v?[12]\b|2|3-(opus|sonnet|haiku))/.test(id)
  const reasons = !early && !id.startsWith('claude-3-5')
  return ['text', 'tools', 'images', ...when(reasons, 'reasoning'), ...when(!early, 'pdf'), ...when(takesTemperature(id), 'temperature')]
}

export function takesTemperature(id: string): boolean {
  return /^claude-(instant|v?[123]\b|(opus|sonnet|haiku)-4(-\d{8}|-[0-6](-\d{8})?)?$)/.test(id)
}

function google(id: string): Capability[] {
  if (id.startsWith('gemma')) return ['text', ...when(!/gemma-[12]/.test(id), 'images'), 'temperature']
  return ['text', ...when(!/gemini-(1|2\.0|pro$|flash$)/.test(id), 'reasoning'), 'tools', 'images', 'pdf', 'temperature']
}

function perplexity(id: string): Capability[] {
  return ['text', ...when(/reasoning|deep-research/.test(id), 'reasoning'), 'images', 'citations', 'temperature']
}

/** Open models and other vendors, by their names; endpoints that list capabilities are believed instead. */
function compatible(id: string): Capability[] {
  const name = id.toLowerCase()
  const sees =
    /vl\b|vision|llava|gemma-?[34]|pixtral|llama-?4|gpt-4o|gpt-4\.1|gpt-[5-9]|grok-[4-9]|claude|gemini|minicpm-v|mistral-(small|medium|large)/.test(
      name,
    )
  const reasons = /gpt-oss|deepseek-r|reason|think|qwq|qwen-?3|magistral|grok-3-mini|\bo\d|gpt-[5-9]/.test(name)
  const noTools = /gemma-?[123]|gemma:|phi-?[123]|llava|deepseek-r1|tinyllama|reasoner/.test(name)
  return ['text', ...when(reasons, 'reasoning'), ...when(!noTools, 'tools'), ...when(sees, 'images'), 'temperature']
}

const FAMILIES: Readonly<Record<Exclude<ProviderKind, 'demo'>, (id: string) => Capability[]>> = {
  openai,
  anthropic,
  google,
  perplexity,
  compatible,
}

/** What a model takes, by its family, for lists that do not say. */
export function familyCapabilities(kind: ProviderKind, id: string): Capability[] {
  return kind === 'demo' ? ['text'] : FAMILIES[kind](id)
}
