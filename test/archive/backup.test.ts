import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { PdfFonts } from '../../src/main/archive/export/pdf-fonts.ts'
import { PresetId } from '../../src/shared/ids.ts'
import { temporaryFolder } from '../store/fixtures.ts'
import { openData } from './support/data-client.ts'
import { chatGptConversation, claudeConversation, jsonFile } from './support/exports.ts'

const KEY = 'sk-test-0123456789abcdef0123456789abcdef'

async function withChats() {
  const data = await openData()
  await data.importFile(jsonFile([chatGptConversation()]))
  await data.importFile(jsonFile([claudeConversation()]))
  return data
}

function saved(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'backup.zip')
  writeFileSync(path, bytes)
  return path
}

/** The backup with one of its files changed. */
function changed(backup: Uint8Array, change: (files: Record<string, Uint8Array>) => void): string {
  const files = unzipSync(backup)
  change(files)
  return saved(zipSync(files))
}

describe('a backup', () => {
  test('brings conversations, attachments and settings to another computer; what was there is set aside and comes back', async () => {
    const first = await withChats()
    await first.client.settings.update({ dial: 0.9 })
    const backup = saved(await first.backUp())
    const second = await openData()
    await second.client.conversations.create({ title: 'Was there before' })
    const { id, backup: contents } = await second.checkBackup(backup)
    expect(contents).toMatchObject({ conversations: 2, messages: 6, attachments: 1, runs: 0 })
    expect(await second.client.conversations.search({ query: '' })).toHaveLength(1)
    await second.client.data.restore({ taskId: id })
    await second.ended()

    const restored = await openData(second.home)
    expect((await restored.client.conversations.search({ query: '' })).map(({ title }) => title).sort()).toEqual(['Notes', 'Trees'])
    expect((await restored.client.app.snapshot()).settings.dial).toBe(0.9)
    const { setAside } = await restored.client.data.place()
    expect(setAside).toMatchObject([{ reason: 'restore' }])
    await restored.client.data.bringBack({ id: setAside[0]?.id ?? '' })
    await restored.ended()
    const back = await openData(second.home)
    expect((await back.client.conversations.search({ query: '' })).map(({ title }) => title)).toEqual(['Was there before'])
  })

  test('holds no key', async () => {
    const { client, backUp } = await openData()
    await client.providers.setKey({ id: 'openai', key: KEY }).catch(() => undefined)
    const files = unzipSync(await backUp())
    expect(Object.keys(files)).toEqual(['tutti.db', 'manifest.json'])
    for (const bytes of Object.values(files)) expect(Buffer.from(bytes).includes(KEY)).toBe(false)
  })

  test('that was cut, changed, added to or made by a newer version is refused, and nothing has changed', async () => {
    const { client, home, backUp, checkBackup } = await withChats()
    const backup = await backUp()
    const manifest = (files: Record<string, Uint8Array>, change: (text: string) => string) => {
      files['manifest.json'] = Buffer.from(change(Buffer.from(files['manifest.json'] ?? []).toString()))
    }
    const attempts: [path: string, message: string][] = [
      [saved(backup.subarray(0, backup.byteLength - 100)), 'its end is missing'],
      [saved(Buffer.from('nonsense')), 'no zip file'],
      [changed(backup, (files) => delete files['manifest.json']), 'it has no manifest.json'],
      [changed(backup, (files) => delete files['tutti.db']), 'is not what was backed up'],
      [changed(backup, (files) => Object.assign(files, { 'tutti.db': files['tutti.db']?.with(5000, 7) })), 'is not what was backed up'],
      [changed(backup, (files) => Object.assign(files, { '../../evil': new Uint8Array(4) })), '../../evil'],
      [changed(backup, (files) => manifest(files, (text) => text.replace(/"schema":\d+/, '"schema":9999'))), 'format 9999'],
    ]
    for (const [path, message] of attempts) await expect(checkBackup(path)).rejects.toThrow(message)
    expect(readdirSync(join(home, 'incoming'))).toEqual([])
    expect(existsSync(join(home, 'swap.json'))).toBe(false)
    expect(await client.conversations.search({ query: '' })).toHaveLength(2)
  })
})

test('deleting everything leaves settings, and no word of a conversation in the folder', async () => {
  const { client, home, ended } = await withChats()
  await client.settings.update({ dial: 0.9 })
  await client.data.deleteAll({ confirmed: 'DELETE' })
  await ended()
  const after = await openData(home)
  expect(await after.client.data.place()).toMatchObject({ conversations: 0, messages: 0, runs: 0, attachmentBytes: 0, setAside: [] })
  expect((await after.client.app.snapshot()).settings.dial).toBe(0.9)
  await after.close()
  for (const name of readdirSync(home, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name)).includes('albicaulis'), name.name).toBe(false)
  }
})

test('an export of everything can be read without Tutti', async () => {
  const { client, follow, download } = await withChats()
  const { file } = await follow((await client.data.exportAll({})).taskId)
  const files = unzipSync(await download(file))
  expect(Object.keys(files).map((name) => name.split('/')[0])).toEqual(expect.arrayContaining(['conversations', 'attachments']))
  const markdown = Object.entries(files).find(([name]) => name.endsWith('Trees.md'))?.[1]
  expect(Buffer.from(markdown ?? []).toString()).toContain('Pinus albicaulis')
})

test.each([
  ['markdown', '# Trees'],
  ['json', '"kind": "tutti-conversation"'],
  ['pdf', '%PDF-'],
] as const)('a conversation is written as %s', async (format, start) => {
  const { client, follow, download } = await withChats()
  const [summary] = await client.conversations.search({ query: 'larch highest' })
  if (!summary) throw new Error('It is not found.')
  const { file } = await follow((await client.data.exportConversation({ id: summary.id, format })).taskId)
  expect((await download(file)).toString('latin1')).toContain(start)
})

test('a PDF has letters and signs that its own font lacks, and code in letters of equal width', async () => {
  const fonts = new PdfFonts()
  expect(fonts.set('Grüße, Ελλάδα: 5 ≥ 4')).toEqual([{ text: 'Grüße, Ελλάδα: 5 ≥ 4' }])
  expect(fonts.set('68 °F → 20 °C ✓')).toEqual([
    { text: '68 °F ' },
    { text: '→', font: 'Signs' },
    { text: ' 20 °C ' },
    { text: '✓', font: 'Signs' },
  ])
  const { client, follow, download } = await withChats()
  const { id } = await client.conversations.create({ title: 'Signs' })
  const question = { conversationId: id, parentId: null, text: '68 °F → `°C`', attachments: [], allowNoPrice: false }
  const { runId } = await client.chat.send({ ...question, presetId: PresetId.parse('voting') })
  for await (const _ of await client.runs.watch({ id: runId, after: null }));
  const { file } = await follow((await client.data.exportConversation({ id, format: 'pdf' })).taskId)
  const fontsIn = [...(await download(file)).toString('latin1').matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map(([, name]) => name)
  expect(fontsIn).toEqual(expect.arrayContaining(['Roboto-Regular', 'DejaVuSans', 'DejaVuSansMono']))
})
