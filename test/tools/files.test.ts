import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { fileTools } from '../../src/main/tools/built-in/files.ts'
import { ToolOptions } from '../../src/shared/tool.ts'

let around: string
let folder: string

beforeEach(() => {
  around = realpathSync(mkdtempSync(join(tmpdir(), 'tutti-files-')))
  folder = join(around, 'granted')
  mkdirSync(join(folder, 'notes'), { recursive: true })
  mkdirSync(join(around, 'granted-too'))
  writeFileSync(join(folder, 'notes/plan.md'), 'Ship it.')
  writeFileSync(join(around, 'secret.txt'), 'secret')
  writeFileSync(join(around, 'granted-too/secret.txt'), 'secret')
})

function use(name: string, input: unknown, closed: readonly string[] = []): Promise<string> {
  const tool = fileTools(closed).find((each) => each.name === name)
  if (tool === undefined) throw new Error(`There is no ${name}.`)
  return tool.run(input, { signal: new AbortController().signal, options: ToolOptions.parse({ folder }) })
}

const outside = () => [
  '../secret.txt',
  'notes/../../secret.txt',
  'notes/./../../granted/../secret.txt',
  join(around, 'secret.txt'),
  '/etc/passwd',
  '../granted-too/secret.txt',
  `${folder}/../secret.txt`,
  '..',
]

describe('B10 files of the granted folder', () => {
  test('are listed, read and written', async () => {
    await expect(use('list-files', {})).resolves.toBe('notes/')
    await expect(use('read-file', { path: 'notes/plan.md' })).resolves.toBe('Ship it.')
    await expect(use('read-file', { path: join(folder, 'notes/plan.md') })).resolves.toBe('Ship it.')
    await use('write-file', { path: 'notes/new.md', text: 'A longer text.' })
    await use('write-file', { path: 'notes/new.md', text: 'Short.' })
    expect(readFileSync(join(folder, 'notes/new.md'), 'utf8')).toBe('Short.')
  })

  test('paths that lead out of it are refused, and nothing is written there', async () => {
    for (const path of outside()) {
      await expect(use('read-file', { path })).rejects.toMatchObject({ code: 'denied' })
      await expect(use('write-file', { path, text: 'owned' })).rejects.toMatchObject({ code: 'denied' })
    }
    await expect(use('write-file', { path: '../new.txt', text: 'owned' })).rejects.toMatchObject({ code: 'denied' })
    await expect(use('list-files', { path: '..' })).rejects.toMatchObject({ code: 'denied' })
    expect(readFileSync(join(around, 'secret.txt'), 'utf8')).toBe('secret')
    await expect(use('read-file', { path: 'notes/plan.md\0.png' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('links are judged by where they lead', async () => {
    symlinkSync(join(around, 'secret.txt'), join(folder, 'out.txt'))
    symlinkSync(around, join(folder, 'up'))
    symlinkSync(join(around, 'not-there.txt'), join(folder, 'dangling.txt'))
    symlinkSync(join(folder, 'notes/plan.md'), join(folder, 'in.txt'))
    for (const path of ['out.txt', 'up/secret.txt', 'up/granted-too/secret.txt', 'notes/../up/secret.txt']) {
      await expect(use('read-file', { path })).rejects.toMatchObject({ code: 'denied' })
      await expect(use('write-file', { path, text: 'owned' })).rejects.toMatchObject({ code: 'denied' })
    }
    await expect(use('write-file', { path: 'dangling.txt', text: 'owned' })).rejects.toMatchObject({ code: 'denied' })
    await expect(use('write-file', { path: 'up/new.txt', text: 'owned' })).rejects.toMatchObject({ code: 'denied' })
    await expect(use('read-file', { path: 'in.txt' })).resolves.toBe('Ship it.')
    expect(readFileSync(join(around, 'secret.txt'), 'utf8')).toBe('secret')
  })

  test('the data folder stays closed although it lies within', async () => {
    const home = join(folder, 'tutti')
    mkdirSync(home)
    writeFileSync(join(home, 'vault.json'), 'keys')
    linkSync(join(home, 'vault.json'), join(folder, 'hard-link-is-the-users-own'))
    await expect(use('read-file', { path: 'tutti/vault.json' }, [home])).rejects.toMatchObject({ code: 'denied' })
    await expect(use('list-files', { path: 'tutti' }, [home])).rejects.toMatchObject({ code: 'denied' })
    await expect(use('write-file', { path: 'tutti/new.json', text: '' }, [home])).rejects.toMatchObject({ code: 'denied' })
  })

  test('pipes, folders and binary files are no text, and none is waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    writeFileSync(join(folder, 'image.png'), Buffer.from([137, 80, 0, 0]))
    await expect(use('read-file', { path: 'pipe' })).rejects.toThrow(/no file/)
    await expect(use('read-file', { path: 'notes' })).rejects.toThrow(/no file/)
    await expect(use('write-file', { path: 'notes', text: 'x' })).rejects.toMatchObject({ code: 'denied' })
    await expect(use('read-file', { path: 'image.png' })).rejects.toThrow(/no text file/)
    await expect(use('read-file', { path: 'nothing.txt' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of a file of 1 GB a piece is read, with the way to the next', async () => {
    writeFileSync(join(folder, 'large.txt'), 'start'.padEnd(60_000, '.'))
    truncateSync(join(folder, 'large.txt'), 1_000_000_000)
    const piece = await use('read-file', { path: 'large.txt' })
    expect(piece.length).toBeLessThan(51_000)
    expect(piece).toMatch(/\[Read on with from: 50000; the file has 1,000,000,000 bytes\.\]$/)
    await expect(use('write-file', { path: 'large.txt', text: 'x'.repeat(1_000_001) })).rejects.toThrow(/text: /)
  })
})
