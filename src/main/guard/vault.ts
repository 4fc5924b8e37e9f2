import { say, type Words } from '../../shared/sentence.ts'
import { systemClock } from '../kernel/clock.ts'
import { keyEnding } from './key-ending.ts'
import { type Keyring, systemKeyring } from './keyring.ts'
import { CHECK_NAME, CHECK_TEXT, keyringAnswers, type MasterKey, newKeyringKey, newPassphraseKey, openMasterKey } from './master-key.ts'
import { seal, unseal } from './seal.ts'
import { type Sealed, type VaultContents, VaultFile } from './vault-file.ts'

/** The one place where vendors' keys and other secrets are kept, each under a name of its own, for all hosts. */
export interface Vault {
  /** What the master key stands on; `memory`: keys are gone when the process ends, and nothing is written. */
  readonly state: 'keyring' | 'passphrase' | 'memory'
  /** Sentences that the user must read. */
  readonly notices: readonly Words[]
  get(id: string): string | null
  /** Resolves once the key is saved, or kept in memory where `state` is (or has become) `memory`. */
  set(id: string, key: string): Promise<void>
  remove(id: string): Promise<void>
  /** By provider the last four characters of its key, null for a short one. */
  endings(): ReadonlyMap<string, string | null>
  /** All by name, for taking them out of texts. */
  secrets(): ReadonlyMap<string, string>
}

export interface VaultOptions {
  readonly home: string
  /** TUTTI_PASSPHRASE; for a new vault it comes before the keyring, since somebody set it on purpose. */
  readonly passphrase: string | null
  readonly keyring?: Keyring
  readonly clock?: { now(): number }
}

/**
 * Opens `vault.json` of the data folder, or prepares a new one, which is written when the first key is saved.
 * A damaged file is renamed and told. Throws TuttiError 'denied' for a wrong passphrase, leaving the file as it is; 'newer-data'.
 */
export async function openVault({ home, passphrase, keyring = systemKeyring, clock = systemClock }: VaultOptions): Promise<Vault> {
  const file = new VaultFile(home, clock)
  const notices: Words[] = []
  const contents = await file.read()
  if (contents !== null && contents !== 'damaged') {
    const master = await openMasterKey(contents, passphrase, keyring)
    if (master === 'locked') {
      const locked = contents.kdf.kind === 'keyring' ? 'notice.vault-locked' : 'notice.vault-passphrase'
      notices.push(say(locked, { n: Object.keys(contents.entries).length }))
      return new KeptVault('memory', notices, null)
    }
    if (master !== 'lost') {
      const vault = new KeptVault(master.kdf.kind === 'keyring' ? 'keyring' : 'passphrase', notices, { file, master: async () => master })
      vault.load(contents.entries, master)
      return vault
    }
  }
  if (contents !== null) {
    notices.push(say(contents === 'damaged' ? 'notice.vault-damaged' : 'notice.vault-lost', { file: await file.setAside() }))
  }
  if (passphrase !== null) return new KeptVault('passphrase', notices, { file, master: () => newPassphraseKey(passphrase) })
  if (await keyringAnswers(keyring)) return new KeptVault('keyring', notices, { file, master: () => newKeyringKey(keyring) })
  return new KeptVault('memory', notices, null)
}

interface Backing {
  readonly file: VaultFile
  /** null where the keyring would not take a new key. */
  readonly master: () => Promise<MasterKey | null>
}

class KeptVault implements Vault {
  readonly notices: Words[]
  readonly #keys = new Map<string, string>()
  /** Entries that do not open. They stay in the file until their key is typed again. */
  readonly #unreadable = new Map<string, Sealed>()
  #state: Vault['state']
  #backing: Backing | null
  #master: MasterKey | null = null
  #saving: Promise<void> = Promise.resolve()

  constructor(state: Vault['state'], notices: Words[], backing: Backing | null) {
    this.#state = state
    this.notices = notices
    this.#backing = backing
  }

  get state(): Vault['state'] {
    return this.#state
  }

  load(entries: VaultContents['entries'], master: MasterKey): void {
    for (const [id, sealed] of Object.entries(entries)) {
      const key = unseal(master.key, id, sealed)
      if (key !== null) this.#keys.set(id, key)
      else {
        this.#unreadable.set(id, sealed)
        this.notices.push(say('notice.key-changed', { id }))
      }
    }
  }

  get(id: string): string | null {
    return this.#keys.get(id) ?? null
  }

  set(id: string, key: string): Promise<void> {
    this.#keys.set(id, key)
    this.#unreadable.delete(id)
    return this.#save()
  }

  remove(id: string): Promise<void> {
    const known = this.#keys.delete(id) || this.#unreadable.delete(id)
    return known ? this.#save() : Promise.resolve()
  }

  endings(): ReadonlyMap<string, string | null> {
    return new Map([...this.#keys].map(([id, key]) => [id, keyEnding(key)]))
  }

  secrets(): ReadonlyMap<string, string> {
    return this.#keys
  }

  /** One after the other, each with what is known when its turn comes. */
  #save(): Promise<void> {
    const saved = this.#saving.then(() => this.#write())
    this.#saving = saved.catch(() => {})
    return saved
  }

  async #write(): Promise<void> {
    if (this.#backing === null) return
    this.#master ??= await this.#backing.master()
    const master = this.#master
    if (master === null) {
      this.#backing = null
      this.#state = 'memory'
      this.notices.push(say('notice.keyring-refused'))
      return
    }
    const entries: Record<string, Sealed> = Object.fromEntries(this.#unreadable)
    for (const [id, key] of this.#keys) entries[id] = seal(master.key, id, key)
    const check = seal(master.key, CHECK_NAME, CHECK_TEXT)
    await this.#backing.file.write({ version: 1, kdf: master.kdf, check, entries })
  }
}
