import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { LibraryProblem } from '../../src/shared/library.ts'
import { openApp } from '../app/support.ts'
import { FOREIGN, writeForeignFolder } from './foreign-folder.ts'

let app: Awaited<ReturnType<typeof openApp>>
const folder = mkdtempSync(join(tmpdir(), 'tutti-foreign-'))

beforeAll(async () => {
  app = await openApp()
  writeForeignFolder(folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const own = () =>
  readdirSync(join(app.home, 'library'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:md|json)$/.test(name) && !name.startsWith('.'),
  )
const told = (problems: readonly LibraryProblem[]) => problems.map(({ level, message }) => `${level}: ${message}`).join('\n')

describe('E7 a folder of other assistants', () => {
  test(`of ${FOREIGN.length} files is read with a report for each, and nothing of it is in use before it is confirmed`, async () => {
    const preview = await app.client.library.inspect({ path: folder })
    const found = new Map(preview.files.map((file) => [file.file, file]))
    expect([...found.keys()].toSorted()).toEqual(FOREIGN.map(([path]) => path).toSorted())
    for (const [path, , becomes] of FOREIGN) {
      const file = found.get(path)
      expect([path, file?.kind === null ? null : `${file?.kind} ${file?.name}`]).toEqual([path, becomes])
      if (becomes === null) expect(told(file?.problems ?? [])).toContain('error: ')
    }
    const said = (path: string) => told(found.get(path)?.problems ?? [])
    expect(said('agents/huge.md')).toContain('50 MB; an agent or a command has at most 2.0 MB')
    expect(said('agents/bomb.md')).toMatch(/alias/i)
    expect(said('agents/colons.md')).toContain('read line by line')
    expect(said('agents/latin1.md')).toContain('Windows-1252')
    expect(said('agents/utf16le.md')).toContain('UTF-16')
    expect(said('commands/twice-b.md')).toContain('commands/twice-a.md has the same name')
    expect(said('commands/made.json')).toContain('not known here')
    expect(said('commands/wrong-types.json')).toContain('error')
    expect(own()).toEqual([])
    expect((await app.client.library.list()).entries.some(({ name }) => name === 'reviewer')).toBe(false)
  })

  test('is taken over as it stood once it is confirmed, and what cannot run says why', async () => {
    const { id } = await app.client.library.inspect({ path: folder })
    const { added } = await app.client.library.confirm({ id })
    const usable = new Set(FOREIGN.flatMap(([, , becomes]) => becomes ?? []))
    expect(new Set(added.map(({ kind, name }) => `${kind} ${name}`))).toEqual(usable)
    const { text, entry } = await app.client.library.get({ kind: 'agent', name: 'reviewer' })
    expect(text).toBe(FOREIGN[0]?.[1])
    expect(told(entry.problems)).toMatch(/No model called sonnet/)
    await expect(app.client.library.run({ name: 'dangling' })).rejects.toThrow(
      /phases\.0\.agents\.0\.dependencies\.0: There is no step or phase nobody/,
    )
    await expect(app.client.library.run({ name: 'same-ids' })).rejects.toThrow(/Two agents are called a/)
    await expect(app.client.library.run({ name: 'cyclic' })).rejects.toThrow(/a.*b.*a/)
    await expect(app.client.library.confirm({ id })).rejects.toThrow(/not kept any more/)
  })

  test('can be used where it stands; edits there appear, and taken away it is gone', async () => {
    const watched = mkdtempSync(join(tmpdir(), 'tutti-watched-'))
    mkdirSync(join(watched, 'commands'))
    await app.client.library.addFolder({ path: watched })
    writeFileSync(join(watched, 'commands', 'fresh.md'), 'Say: $ARGUMENTS')
    const names = async () => (await app.client.library.list()).entries.map(({ name }) => name)
    await vi.waitFor(async () => expect(await names()).toContain('fresh'), { timeout: 5_000 })
    await app.client.library.removeFolder({ path: watched })
    expect(await names()).not.toContain('fresh')
    await expect(app.client.library.addFolder({ path: 'relative' })).rejects.toThrow(/no full path/)
  })

  test('files that the page sends are inspected the same way', async () => {
    const base64 = Buffer.from('---\ndescription: Sent\n---\nSay $1').toString('base64')
    const { id, files, leftOut } = await app.client.library.inspect({
      files: [
        { name: 'commands/sent.md', base64 },
        { name: 'a.exe', base64 },
        { name: 'commands/huge.md', bytes: 50 * 1024 * 1024 },
      ],
    })
    expect([files.map(({ name }) => name), leftOut]).toEqual([['sent', ''], 1])
    expect(told(files[1]?.problems ?? [])).toContain('50 MB; an agent or a command has at most 2.0 MB')
    await app.client.library.confirm({ id })
    expect(readFileSync(join(app.home, 'library', 'commands', 'sent.md'), 'utf8')).toContain('Say $1')
    await app.client.library.remove({ kind: 'command', name: 'sent' })
    await expect(app.client.library.get({ kind: 'command', name: 'sent' })).rejects.toThrow(/no command “sent”/)
    await expect(app.client.library.remove({ kind: 'command', name: 'review' })).rejects.toThrow(/comes with Tutti/)
  })

  test('Markdown takes the place of a definition of the same name, and the other way round', async () => {
    const add = async (name: string, text: string) => {
      const { id, files } = await app.client.library.inspect({ files: [{ name, base64: Buffer.from(text).toString('base64') }] })
      await app.client.library.confirm({ id })
      return files[0]?.replaces
    }
    const formats = async () => (await app.client.library.list()).entries.flatMap(({ name, format }) => (name === 'either' ? [format] : []))
    const phases = [{ id: 'p', agents: [{ id: 'a', task: 'Do it.' }] }]
    expect(await add('either.json', JSON.stringify({ name: 'either', phases }))).toBe('nothing')
    expect(await add('commands/either.md', '---\ndescription: d\n---\nDo it.')).toBe('own')
    expect(await formats()).toEqual(['markdown'])
    expect(await add('either.json', JSON.stringify({ name: 'either', phases }))).toBe('own')
    expect(await formats()).toEqual(['json'])
  })
})
