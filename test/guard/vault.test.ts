import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openVault, type VaultOptions } from '../../src/main/guard/vault.ts'
import { VaultContents } from '../../src/main/guard/vault-file.ts'
import { ProviderId } from '../../src/shared/ids.ts'
import { inEnglish } from '../../src/shared/sentences/told.ts'
import { fakeKeyring, noKeyring, silentKeyring } from './fake-keyring.ts'

const KEY = 'sk-proj-0123456789abcdefghijWXYZ'
const OTHER = 'AIzaSyA-abcdefghijklmnopqrstuvwxyz1234'
const openai = ProviderId.parse('openai')
const google = ProviderId.parse('google')
const clock = { now: () => Date.UTC(2026, 10, 20, 23, 35, 7) }

function folder(): string {
  const home = mkdtempSync(join(tmpdir(), 'tutti-vault-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

const open = (home: string, options: Partial<VaultOptions>) => openVault({ home, passphrase: null, keyring: noKeyring, clock, ...options })

const read = (home: string) => VaultContents.parse(JSON.parse(readFileSync(join(home, 'vault.json'), 'utf8')))
const write = (home: string, contents: VaultContents) => writeFileSync(join(home, 'vault.json'), JSON.stringify(contents))

/** All bytes of all files of the data folder as one text. */
const everything = (home: string) =>
  readdirSync(home)
    .map((name) => readFileSync(join(home, name), 'latin1'))
    .join('\n')

describe.each([
  { state: 'keyring', options: () => ({ keyring: fakeKeyring() }) },
  { state: 'passphrase', options: () => ({ passphrase: 'correct horse' }) },
])('F1 the vault with a master key from the $state', ({ state, options }) => {
  test('keeps keys over a restart, and none can be read in its file', async () => {
    const home = folder()
    const same = options()
    const vault = await open(home, same)
    expect(vault.state).toBe(state)
    await vault.set(openai, 'first')
    await Promise.all([vault.set(openai, KEY), vault.set(google, OTHER)])

    const again = await open(home, same)
    expect([again.state, again.get(openai), again.get(google), again.notices]).toEqual([state, KEY, OTHER, []])
    expect(again.endings()).toEqual(
      new Map([
        ['openai', 'WXYZ'],
        ['google', '1234'],
      ]),
    )
    for (const part of [KEY, OTHER, KEY.slice(8, 20), Buffer.from(KEY).toString('base64').slice(0, 20)]) {
      expect(everything(home)).not.toContain(part)
    }
    if (process.platform !== 'win32') expect(statSync(join(home, 'vault.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(home)).toEqual(['vault.json'])

    await again.remove(google)
    expect((await open(home, same)).get(google)).toBeNull()
  })

  test('an entry that was changed or moved is refused and told; the others are read', async () => {
    const home = folder()
    const same = options()
    const vault = await open(home, same)
    await vault.set(openai, KEY)
    await vault.set(google, OTHER)
    const { entries, ...rest } = read(home)
    const sealed = entries.openai
    if (sealed === undefined) throw new Error('no entry')
    const data = Buffer.from(sealed.data, 'base64')
    data[3] = (data[3] ?? 0) ^ 1
    write(home, { ...rest, entries: { ...entries, openai: { ...sealed, data: data.toString('base64') }, mistral: sealed } })

    const again = await open(home, same)
    expect([again.get(openai), again.get(ProviderId.parse('mistral')), again.get(google)]).toEqual([null, null, OTHER])
    expect(again.notices).toHaveLength(2)
    expect(inEnglish(again.notices)).toContain('openai')

    await again.set(openai, KEY)
    const mended = await open(home, same)
    expect(mended.get(openai)).toBe(KEY)
    expect(mended.notices).toHaveLength(1)
  })
})

describe('F1 the vault', () => {
  test('a wrong passphrase is told and leaves the file as it is', async () => {
    const home = folder()
    await (await open(home, { passphrase: 'correct horse' })).set(openai, KEY)
    const before = readFileSync(join(home, 'vault.json'), 'utf8')
    await expect(open(home, { passphrase: 'battery staple' })).rejects.toMatchObject({
      code: 'denied',
      message: expect.stringContaining('TUTTI_PASSPHRASE'),
    })
    expect(readFileSync(join(home, 'vault.json'), 'utf8')).toBe(before)
    expect((await open(home, { passphrase: 'correct horse' })).get(openai)).toBe(KEY)
  })

  test('with neither keyring nor passphrase keys stay in memory and nothing is written', async () => {
    const home = folder()
    const vault = await open(home, {})
    await vault.set(openai, KEY)
    expect([vault.state, vault.get(openai)]).toEqual(['memory', KEY])
    expect(readdirSync(home)).toEqual([])
    expect((await open(home, {})).get(openai)).toBeNull()
  })

  test.each([
    { locked: 'keyring', options: { keyring: fakeKeyring() }, remedy: 'Unlock the keyring' },
    { locked: 'passphrase', options: { passphrase: 'correct horse' }, remedy: 'Set TUTTI_PASSPHRASE' },
  ])('saved keys whose $locked is not there now are kept, and how to reach them is told', async ({ options, remedy }) => {
    const home = folder()
    await (await open(home, options)).set(openai, KEY)
    const before = readFileSync(join(home, 'vault.json'), 'utf8')
    const locked = await open(home, {})
    expect([locked.state, locked.get(openai)]).toEqual(['memory', null])
    expect(inEnglish(locked.notices)).toContain(remedy)
    await locked.set(google, OTHER)
    expect(readFileSync(join(home, 'vault.json'), 'utf8')).toBe(before)
    expect((await open(home, options)).get(openai)).toBe(KEY)
  })

  test('a keyring that never answers delays the start by two seconds at most', async () => {
    const started = performance.now()
    const vault = await open(folder(), { keyring: silentKeyring })
    expect(vault.state).toBe('memory')
    expect(performance.now() - started).toBeLessThan(6000)
  })

  test.runIf(process.platform === 'linux')(
    'the real keyring behind a session bus that is not there or silent is done without',
    async () => {
      const home = folder()
      const silent = createServer(() => {}).listen(join(home, 'bus'))
      onTestFinished(() => void silent.close())
      await once(silent, 'listening')
      onTestFinished(() => void vi.unstubAllEnvs())
      for (const name of ['bus', 'absent']) {
        vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${join(home, name)}`)
        expect((await openVault({ home, passphrase: null })).state).toBe('memory')
      }
    },
  )

  test('a keyring that refuses to keep a secret turns the vault into memory, and says so', async () => {
    const home = folder()
    const keyring = { ...fakeKeyring(), set: () => Promise.reject(new Error('locked')) }
    const vault = await open(home, { keyring })
    expect(vault.state).toBe('keyring')
    await vault.set(openai, KEY)
    expect([vault.state, vault.get(openai), readdirSync(home)]).toEqual(['memory', KEY, []])
    expect(inEnglish(vault.notices)).toContain('gone when Tutti quits')
  })

  test('writes nothing to the keyring before a key is saved, and one account for each data folder', async () => {
    const keyring = fakeKeyring()
    await open(folder(), { keyring })
    expect(keyring.accounts.size).toBe(0)
    await (await open(folder(), { keyring })).set(openai, KEY)
    await (await open(folder(), { keyring })).set(openai, OTHER)
    expect(keyring.accounts.size).toBe(2)
    expect([...keyring.accounts.values()].join()).not.toContain(KEY)
  })

  test.each([
    ['is not JSON', 'not json'],
    ['is half a file', '{"version":1,"kdf":{"kind":"keyr'],
    ['asks for endless memory', JSON.stringify({ version: 1, kdf: { kind: 'scrypt', n: 2 ** 40, r: 8, p: 1, salt: '' }, entries: {} })],
  ])('a file that %s is set aside under a name that is told', async (_, text) => {
    const home = folder()
    writeFileSync(join(home, 'vault.json'), text)
    const vault = await open(home, { passphrase: 'correct horse' })
    expect(inEnglish(vault.notices)).toContain('vault.json.damaged-2026-11-20T23-35-07')
    expect(readFileSync(join(home, 'vault.json.damaged-2026-11-20T23-35-07'), 'utf8')).toBe(text)
    await vault.set(openai, KEY)
    expect((await open(home, { passphrase: 'correct horse' })).get(openai)).toBe(KEY)
  })

  test('a vault whose master key is gone from the keyring is set aside', async () => {
    const home = folder()
    const keyring = fakeKeyring()
    await (await open(home, { keyring })).set(openai, KEY)
    keyring.accounts.clear()
    const vault = await open(home, { keyring })
    expect([vault.state, vault.get(openai)]).toEqual(['keyring', null])
    expect(inEnglish(vault.notices)).toContain('set aside')
    expect(readdirSync(home)).toEqual(['vault.json.damaged-2026-11-20T23-35-07'])
  })

  test('a vault of a newer version is refused untouched', async () => {
    const home = folder()
    writeFileSync(join(home, 'vault.json'), '{"version":2}')
    await expect(open(home, { passphrase: 'x' })).rejects.toMatchObject({ code: 'newer-data' })
    expect(readFileSync(join(home, 'vault.json'), 'utf8')).toBe('{"version":2}')
  })
})
