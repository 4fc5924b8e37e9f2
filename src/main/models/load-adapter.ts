import { assertNever, TuttiError } from '../../shared/errors.ts'
import type { ProviderKind } from '../../shared/settings.ts'
import type { Adapter } from './adapter.ts'

/** The adapter of a wire protocol. Its SDK is imported when the adapter is first used. The demo brings its own. */
export async function loadAdapter(kind: ProviderKind): Promise<Adapter> {
  switch (kind) {
    case 'openai':
      return (await import('./providers/openai/openai-adapter.ts')).openaiAdapter
    case 'anthropic':
      return (await import('./providers/anthropic/anthropic-adapter.ts')).anthropicAdapter
    case 'google':
      return (await import('./providers/google/google-adapter.ts')).googleAdapter
    case 'perplexity':
      return (await import('./providers/perplexity/perplexity-adapter.ts')).perplexityAdapter
    case 'compatible':
      return (await import('./providers/compatible/compatible-adapter.ts')).compatibleAdapter
    case 'demo':
      throw new TuttiError('internal', 'The demo ensemble was not handed to the registry.')
    default:
      return assertNever(kind)
  }
}
