import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import type { ScryptParameters, Sealed } from './vault-file.ts'

export const MASTER_KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM with a fresh nonce. `name` is authenticated: an entry cannot be moved to another name. NIST SP 800-38D. */
export function seal(masterKey: Uint8Array, name: string, text: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(additionalData(name))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), data: data.toString('base64') }
}

/** The text, or null where the key is another one or nonce, data or name were changed. */
export function unseal(masterKey: Uint8Array, name: string, sealed: Sealed): string | null {
  const nonce = Buffer.from(sealed.nonce, 'base64')
  const data = Buffer.from(sealed.data, 'base64')
  if (nonce.length !== NONCE_BYTES || data.length < TAG_BYTES) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: TAG_BYTES }).setAAD(additionalData(name))
    decipher.setAuthTag(data.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** New parameters: 32 MB and about a quarter of a second. OWASP Password Storage Cheat Sheet, scrypt N=2^15, r=8, p=3. */
export function newScryptParameters(): ScryptParameters {
  return { kind: 'scrypt', n: 32_768, r: 8, p: 3, salt: randomBytes(16).toString('base64') }
}

export function keyFromPassphrase(passphrase: string, { n, r, p, salt }: ScryptParameters): Promise<Uint8Array> {
  const options = { N: n, r, p, maxmem: 128 * n * r + 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), MASTER_KEY_BYTES, options, (problem, key) => {
      if (problem === null) resolve(key)
      else reject(problem)
    })
  })
}

function additionalData(name: string): Buffer {
  return Buffer.from(`tutti-vault-1:${name}`)
}
