import { keyEnding } from './key-ending.ts'
import type { Vault } from './vault.ts'

/** What variables that hold a secret are called, and what addresses with a password and keys look like. */
const SECRET_NAME = /key|token|secret|pass|pwd|credential|auth|cookie|private|dsn/i
const PASSWORD_IN_ADDRESS = /:\/\/[^/\s]*:[^/\s]*@/
const LONG_AND_MIXED = /^(?=.*\d)(?=.*[a-z])[^\s/\\]{16,}$/i
const PREFIX = 'mcp:'

/** Values of the variables that servers of tools are given: in the vault, each under the server's and its own name. */
export class ServerVariables {
  readonly #vault: Vault

  constructor(vault: Vault) {
    this.#vault = vault
  }

  get last(): boolean {
    return this.#vault.state !== 'memory'
  }

  get(server: string, name: string): string | null {
    return this.#vault.get(entryOf(server, name))
  }

  ending(value: string): string | null {
    return keyEnding(value)
  }

  async set(server: string, values: Readonly<Record<string, string>>): Promise<void> {
    await Promise.all(Object.entries(values).map(([name, value]) => this.#vault.set(entryOf(server, name), value)))
  }

  async remove(server: string, names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#vault.remove(entryOf(server, name))))
  }
}

/**
 * Whether an entry of the vault has to be taken out of texts and held back from others. All keys are; of variables those that look like
 * a secret: others say "read" or name a folder.
 */
export function isTelling(entry: string, value: string): boolean {
  if (!entry.startsWith(PREFIX)) return true
  return SECRET_NAME.test(entry.slice(entry.lastIndexOf(':') + 1)) || PASSWORD_IN_ADDRESS.test(value) || LONG_AND_MIXED.test(value)
}

/** No provider is called so: their ids have no colon. */
function entryOf(server: string, name: string): string {
  return `${PREFIX}${server}:${name}`
}
