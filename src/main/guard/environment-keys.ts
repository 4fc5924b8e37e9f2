import { ProviderId } from '../../shared/ids.ts'

/** The variable names that the vendors' own tools read; the first that is set counts. */
const VARIABLES: Readonly<Record<string, readonly string[]>> = {
  openai: ['OPENAI_API_KEY'],
  anthropic: ['ANTHROPIC_API_KEY'],
  google: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  perplexity: ['PERPLEXITY_API_KEY'],
  xai: ['XAI_API_KEY'],
  groq: ['GROQ_API_KEY'],
  openrouter: ['OPENROUTER_API_KEY'],
  mistral: ['MISTRAL_API_KEY'],
  deepseek: ['DEEPSEEK_API_KEY'],
}

/** The vault's passphrase where a machine has no keyring. */
export const PASSPHRASE_VARIABLE = 'TUTTI_PASSPHRASE'

/**
 * Reads the vendors' keys and deletes their variables, and the passphrase's, from `env`: children inherit none.
 * Read the passphrase before calling this.
 */
export function takeEnvironmentKeys(env: NodeJS.ProcessEnv): Map<ProviderId, string> {
  const keys = new Map<ProviderId, string>()
  for (const [provider, variables] of Object.entries(VARIABLES)) {
    const key = variables.map((variable) => env[variable]?.trim()).find((value) => value !== undefined && value !== '')
    if (key !== undefined) keys.set(ProviderId.parse(provider), key)
    for (const variable of variables) delete env[variable]
  }
  delete env[PASSPHRASE_VARIABLE]
  return keys
}
