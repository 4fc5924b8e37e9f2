import { ProviderId } from '../../shared/ids.ts'
import { KEY_VARIABLES } from '../../shared/key-variables.ts'

/** The vault's passphrase where a machine has no keyring. */
export const PASSPHRASE_VARIABLE = 'TUTTI_PASSPHRASE'

/**
 * Reads the vendors' keys and deletes their variables, and the passphrase's, from `env`: children inherit none.
 * Read the passphrase before calling this.
 */
export function takeEnvironmentKeys(env: NodeJS.ProcessEnv): Map<ProviderId, string> {
  const keys = new Map<ProviderId, string>()
  for (const [provider, variables] of Object.entries(KEY_VARIABLES)) {
    const key = variables.map((variable) => env[variable]?.trim()).find((value) => value !== undefined && value !== '')
    if (key !== undefined) keys.set(ProviderId.parse(provider), key)
    for (const variable of variables) delete env[variable]
  }
  delete env[PASSPHRASE_VARIABLE]
  return keys
}
