import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openKeys } from '../../src/main/guard/keys.ts'
import { systemClock } from '../../src/main/kernel/clock.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { ProviderId } from '../../src/shared/ids.ts'
import { Provider } from '../../src/shared/settings.ts'
import { fakeKeyring } from './fake-keyring.ts'

const KEY = 'sk-proj-0123456789abcdefghijWXYZ'
const ENVIRONMENT_KEY = 'AIzaSyA-0123456789abcdefghijklmnopqrstu'
const id = ProviderId.parse('openai')

/** Every form in which a key could lie in a file. */
function forms(secret: string): Buffer[] {
  const plain = Buffer.from(secret)
  const base64 = [0, 1, 2].map((shift) => plain.subarray(shift, shift + 18).toString('base64'))
  return [plain, Buffer.from(secret, 'utf16le'), Buffer.from(plain.toString('hex')), ...base64.map((text) => Buffer.from(text))]
}

describe('F1 the data folder', () => {
  test('holds no key in any of its files, while it is open and afterwards', async () => {
    const home = mkdtempSync(join(tmpdir(), 'tutti-folder-'))
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    const keyring = fakeKeyring()
    const scan = () => {
      const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      for (const file of files) {
        const bytes = readFileSync(join(file.parentPath, file.name))
        const secrets = [...forms(KEY), ...forms(ENVIRONMENT_KEY), ...[...keyring.accounts.values()].map((secret) => Buffer.from(secret))]
        expect(secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${file.name}: ${secret.toString('latin1')}`)).toEqual([])
      }
      return files.map((file) => file.name)
    }
    const store = await openStore({ home, clock: systemClock, appVersion: '0.1.0' })
    const keys = await openKeys({ home, env: { GEMINI_API_KEY: ENVIRONMENT_KEY }, keyring })
    await keys.set(id, KEY)
    await store.settings.saveProvider(
      Provider.parse({ id, kind: 'openai', name: 'OpenAI', baseUrl: null, concurrency: 4, local: false, enabled: true }),
    )
    expect(keys.keyOf(id)).toBe(KEY)
    expect(scan()).toEqual(expect.arrayContaining(['tutti.db', 'tutti.db-wal', 'vault.json']))
    await store.close()
    expect(scan()).toEqual(expect.arrayContaining(['tutti.db', 'vault.json']))
  })
})
