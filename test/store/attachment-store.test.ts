import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/main/store/open-store.ts'
import { standingClock, temporaryFolder } from './fixtures.ts'

async function open(home = temporaryFolder()) {
  const store = await openStore({ home, clock: standingClock(), appVersion: '0.1.0' })
  onTestFinished(() => store.close())
  return { attachments: store.attachments, folder: join(home, 'attachments') }
}

const BYTES = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)

describe('attachments', () => {
  test('are read back as they were added, and the same bytes are kept once', async () => {
    const { attachments, folder } = await open()
    const file = await attachments.add('chart.png', 'image/png', BYTES)
    expect(file).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'chart.png', mediaType: 'image/png', bytes: 100_000 })
    const again = await attachments.add('copy.png', 'image/png', BYTES)
    expect(again).toEqual({ ...file, name: 'copy.png' })
    expect(Buffer.from(await attachments.read(file.id)).equals(BYTES)).toBe(true)
    expect(readdirSync(folder)).toEqual([file.id])
  })

  test.skipIf(process.platform === 'win32')('are readable by their owner alone', async () => {
    const { attachments, folder } = await open()
    const file = await attachments.add('chart.png', 'image/png', BYTES)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, file.id)).mode & 0o777).toBe(0o600)
  })

  test('a missing, a changed or a badly named one is refused with the remedy', async () => {
    const { attachments, folder } = await open()
    const file = await attachments.add('chart.png', 'image/png', BYTES)
    writeFileSync(join(folder, file.id), 'other')
    await expect(attachments.read(file.id)).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('Attach it again') })
    await attachments.add('chart.png', 'image/png', BYTES)
    expect(await attachments.read(file.id)).toHaveLength(100_000)
    rmSync(join(folder, file.id))
    await expect(attachments.read(file.id)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Attach it again'),
    })
    await expect(attachments.read('../tutti.db')).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
