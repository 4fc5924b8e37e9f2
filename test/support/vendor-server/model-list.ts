/** A model as `/models` names it; the rest is what the vendor's own list says beside the id. */
export type ServedModel = { readonly id: string; readonly [field: string]: unknown }

const SERVED: Readonly<Record<string, readonly string[]>> = {
  openai: ['gpt-5', 'gpt-5-mini', 'gpt-4.1', 'text-embedding-3-small'],
  anthropic: ['claude-sonnet-4-5', 'claude-haiku-4-5', 'claude-opus-5-5'],
  google: ['gemini-2.5-pro', 'gemini-2.5-flash', 'embedding-001'],
  perplexity: ['sonar', 'sonar-pro'],
}

/** The body of a vendor's model list, in that vendor's shape. */
export function listModels(vendor: string, models: readonly ServedModel[] | undefined): unknown {
  const list = models ?? (SERVED[vendor] ?? ['llama-3.1-8b']).map((id): ServedModel => ({ id }))
  if (vendor === 'google') {
    return {
      models: list.map(({ id, ...rest }) => ({
        name: `models/${id}`,
        displayName: id,
        inputTokenLimit: 1_048_576,
        outputTokenLimit: 65_536,
        supportedGenerationMethods: [id.startsWith('embedding') ? 'embedContent' : 'generateContent'],
        ...rest,
      })),
    }
  }
  if (vendor === 'anthropic') {
    const data = list.map((model) => ({ type: 'model', display_name: model.id, created_at: '2026-01-01T00:00:00Z', ...model }))
    return { data, has_more: false, first_id: list[0]?.id ?? null, last_id: list.at(-1)?.id ?? null }
  }
  return { object: 'list', data: list.map((model) => ({ object: 'model', created: 1, owned_by: vendor, ...model })) }
}
