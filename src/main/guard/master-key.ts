import { randomBytes, randomUUID } from 'node:crypto'
import { TuttiError } from '../../shared/errors.ts'
import type { Keyring } from './keyring.ts'
import { keyFromPassphrase, MASTER_KEY_BYTES, newScryptParameters, unseal } from './seal.ts'
import type { VaultContents } from './vault-file.ts'

/** A start never waits longer for a keyring, in ms. */
const PROBE_MS = 2000
/** The user may have to unlock the keyring to save the first key, in ms. */
const UNLOCK_MS = 60_000

export const CHECK_NAME = ' check'
export const CHECK_TEXT = 'tutti'

/** The master key of a vault and how its file says to get it again. */
export interface MasterKey {
  readonly kdf: VaultContents['kdf']
  readonly key: Uint8Array
}

/** Why the master key of an existing vault is not to be had. `locked`: maybe another time. `lost`: never again. */
export type Unopened = 'locked' | 'lost'

/** The master key of an existing vault. Throws TuttiError 'denied' for a wrong passphrase. */
export async function openMasterKey(contents: VaultContents, passphrase: string | null, keyring: Keyring): Promise<MasterKey | Unopened> {
  const { kdf, check } = contents
  if (kdf.kind === 'scrypt') {
    if (passphrase === null) return 'locked'
    const key = await keyFromPassphrase(passphrase, kdf)
    if (unseal(key, CHECK_NAME, check) === CHECK_TEXT) return { kdf, key }
    throw new TuttiError(
      'denied',
      'TUTTI_PASSPHRASE does not open the key vault vault.json. Start Tutti with the passphrase that the keys were saved with, or rename vault.json to begin a new vault.',
    )
  }
  try {
    const secret = await within(PROBE_MS, (signal) => keyring.get(kdf.account, signal))
    if (secret === null) return 'lost'
    const key = Buffer.from(secret, 'base64')
    return key.length === MASTER_KEY_BYTES && unseal(key, CHECK_NAME, check) === CHECK_TEXT ? { kdf, key } : 'lost'
  } catch {
    return 'locked'
  }
}

/** Whether a keyring answers on this machine. Never rejects, never takes longer than two seconds. */
export async function keyringAnswers(keyring: Keyring): Promise<boolean> {
  try {
    await within(PROBE_MS, (signal) => keyring.get('probe', signal))
    return true
  } catch {
    return false
  }
}

export async function newPassphraseKey(passphrase: string): Promise<MasterKey> {
  const kdf = newScryptParameters()
  return { kdf, key: await keyFromPassphrase(passphrase, kdf) }
}

/** A random key under an account of its own, read back before it is trusted; null where the keyring did not take it. */
export async function newKeyringKey(keyring: Keyring): Promise<MasterKey | null> {
  const account = `vault-${randomUUID()}`
  const key = randomBytes(MASTER_KEY_BYTES)
  const secret = key.toString('base64')
  try {
    await within(UNLOCK_MS, (signal) => keyring.set(account, secret, signal))
    const kept = await within(PROBE_MS, (signal) => keyring.get(account, signal))
    return kept === secret ? { kdf: { kind: 'keyring', account }, key } : null
  } catch {
    return null
  }
}

/** Stops waiting after `ms`, also where the keyring does not heed the signal. */
async function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const problem = new TuttiError('timeout', 'The keyring did not answer.')
      stop.abort(problem)
      reject(problem)
    }, ms)
  })
  try {
    return await Promise.race([ask(stop.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
