import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'

/** AES-256-GCM: a nonce of 12 bytes, then ciphertext and tag of 16 bytes; both in base64. */
const Sealed = z.object({ nonce: z.base64(), data: z.base64() })
export type Sealed = z.infer<typeof Sealed>

/** Limits keep a changed file from asking for gigabytes. */
const ScryptParameters = z.object({
  kind: z.literal('scrypt'),
  n: z.int().min(1024).max(262_144),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(16),
  salt: z.base64(),
})
export type ScryptParameters = z.infer<typeof ScryptParameters>

/** Where the master key comes from: an account of the keyring, of this vault alone, or a passphrase. */
const MasterKeySource = z.discriminatedUnion('kind', [z.object({ kind: z.literal('keyring'), account: z.string() }), ScryptParameters])

export const VaultContents = z.object({
  version: z.literal(1),
  kdf: MasterKeySource,
  /** Seals a known text: tells a wrong master key from a changed entry. */
  check: Sealed,
  entries: z.record(z.string(), Sealed),
})
export type VaultContents = z.infer<typeof VaultContents>

/** `vault.json` of a data folder: read whole, replaced whole, readable by its owner alone. */
export class VaultFile {
  readonly #path: string
  readonly #now: () => number

  constructor(home: string, clock: { now(): number }) {
    this.#path = join(home, 'vault.json')
    this.#now = () => clock.now()
  }

  /** null where there is none; 'damaged' where it is not what a vault writes. Throws TuttiError 'newer-data'. */
  async read(): Promise<VaultContents | 'damaged' | null> {
    if (!existsSync(this.#path)) return null
    const text = await readFile(this.#path, 'utf8').catch((cause: unknown) => {
      throw new TuttiError('internal', 'The key vault vault.json cannot be read. Check who may read the data folder.', { cause })
    })
    const json = parseJson(text)
    if (z.object({ version: z.number().min(2) }).safeParse(json).success) {
      throw new TuttiError(
        'newer-data',
        'The key vault was written by a newer version of Tutti. Start that version, or install the newest one.',
      )
    }
    const parsed = VaultContents.safeParse(json)
    return parsed.success ? parsed.data : 'damaged'
  }

  /** Writes another file first and renames it: a kill in between leaves the old one. */
  async write(contents: VaultContents): Promise<void> {
    const unfinished = `${this.#path}.${randomUUID()}`
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 })
      const file = await open(unfinished, 'wx', 0o600)
      try {
        await file.writeFile(`${JSON.stringify(contents, null, 2)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, this.#path)
    } catch (cause) {
      await rm(unfinished, { force: true })
      throw new TuttiError('internal', 'The key could not be saved in the data folder. Check its free space and who may write to it.', {
        cause,
      })
    }
  }

  /** Renames it with the date; returns the new name. */
  async setAside(): Promise<string> {
    const stamp = new Date(this.#now()).toISOString().slice(0, 19).replaceAll(':', '-')
    let aside = `${this.#path}.damaged-${stamp}`
    for (let copy = 2; existsSync(aside); copy += 1) aside = `${this.#path}.damaged-${stamp}-${copy}`
    await rename(this.#path, aside)
    return basename(aside)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
