import type { ProviderId } from '../../shared/ids.ts'
import type { Words } from '../../shared/sentence.ts'
import type { ProviderView } from '../../shared/settings.ts'
import { PASSPHRASE_VARIABLE, takeEnvironmentKeys } from './environment-keys.ts'
import { keyEnding } from './key-ending.ts'
import { isTelling, ServerVariables } from './server-variables.ts'
import { openVault, type Vault, type VaultOptions } from './vault.ts'

export interface KeysOptions extends Pick<VaultOptions, 'home' | 'keyring' | 'clock'> {
  /** Loses the keys and the passphrase. */
  readonly env: NodeJS.ProcessEnv
}

/** Opens the vault of the data folder and takes the keys out of `env`. Throws what `openVault` throws. */
export async function openKeys({ env, ...options }: KeysOptions): Promise<Keys> {
  const passphrase = env[PASSPHRASE_VARIABLE] || null
  const environment = takeEnvironmentKeys(env)
  return new Keys(await openVault({ ...options, passphrase }), environment)
}

/** Vendors' keys from the vault or, where it has none, from the environment that the process was started with. */
export class Keys {
  readonly #vault: Vault
  readonly #environment: Map<ProviderId, string>
  /** Of servers of tools; kept as keys are. */
  readonly variables: ServerVariables

  /** `environment`: what `takeEnvironmentKeys` returned. */
  constructor(vault: Vault, environment: ReadonlyMap<ProviderId, string>) {
    this.#vault = vault
    this.variables = new ServerVariables(vault)
    this.#environment = new Map(environment)
  }

  /** How keys are kept here. */
  get state(): Vault['state'] {
    return this.#vault.state
  }

  get notices(): readonly Words[] {
    return this.#vault.notices
  }

  /** The key itself, for the adapter that calls the vendor and for nobody else. */
  keyOf(id: ProviderId): string | null {
    return this.#vault.get(id) ?? this.#environment.get(id) ?? null
  }

  /** What a page may see of it. */
  view(id: ProviderId): ProviderView['key'] {
    const kept = this.#vault.get(id)
    if (kept !== null) return { state: this.#vault.state === 'memory' ? 'memory' : 'vault', ending: keyEnding(kept) }
    const inherited = this.#environment.get(id)
    if (inherited !== undefined) return { state: 'environment', ending: keyEnding(inherited) }
    return { state: 'none', ending: null }
  }

  /** Throws TuttiError where the vault cannot be written; the key is used until Tutti quits even so. */
  set(id: ProviderId, key: string): Promise<void> {
    return this.#vault.set(id, key)
  }

  /** A key of the environment is forgotten until the next start. */
  async remove(id: ProviderId): Promise<void> {
    this.#environment.delete(id)
    await this.#vault.remove(id)
  }

  /** All of them, and what looks like one among the variables of servers, for `scrub`. */
  secrets(): readonly string[] {
    const kept = [...this.#vault.secrets()].flatMap(([entry, value]) => (isTelling(entry, value) ? [value] : []))
    return [...kept, ...this.#environment.values()]
  }
}
