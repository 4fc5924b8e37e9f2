import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startVendorServer, type VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { connectVendors, ENSEMBLE, presetOf } from './support/ensemble.ts'
import { type Client, run, startTutti } from './support/tutti.ts'

let server: VendorServer
let browser: Browser
beforeAll(async () => {
  server = await startVendorServer()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const PARALLEL = { strategy: 'parallel' as const, merge: 'none' as const }

async function ask(client: Client, text: string, presetId = presetOf('crash', PARALLEL).id) {
  const { id } = await client.conversations.create({})
  const { runId } = await client.chat.send({ conversationId: id, parentId: null, text, attachments: [], presetId, allowNoPrice: false })
  return { id, runId }
}

const callsFor = (question: string) => server.requests.filter((request) => request.lastUser.includes(question))

describe('F2 SIGKILL in the middle of a five-member run', () => {
  test('finished members are not called again, the run completes and the conversation shows it', async () => {
    server.script({ user: 'survive' }, ({ model }) => ({ text: `From ${model}`, ...(isSlow(model) ? { chunkSize: 1, chunkMs: 120 } : {}) }))
    const first = await startTutti()
    const client = await first.client()
    await connectVendors(client, server)
    await client.presets.save(presetOf('crash', PARALLEL))
    const { id, runId } = await ask(client, 'Will you survive?')
    await expect.poll(async () => doneMembers(client, runId), { timeout: 10_000 }).toBe(3)
    await first.kill()

    const second = await startTutti({ home: first.home })
    const again = await second.client()
    await expect.poll(async () => (await again.runs.get({ id: runId })).state, { timeout: 20_000 }).toBe('done')
    const view = await again.runs.get({ id: runId })
    expect(view.resumed).toBe(1)
    expect(view.speakers.map((speaker) => [speaker.state, speaker.text])).toEqual(ENSEMBLE.map(([, model]) => ['done', `From ${model}`]))
    const calls = ENSEMBLE.map(([, model]) => callsFor('survive').filter((request) => request.model === model).length)
    expect(calls).toEqual(ENSEMBLE.map(([, model]) => (isSlow(model) ? 2 : 1)))
    const conversation = await again.conversations.open({ id })
    expect(conversation.runs[0]?.outcome?.kind).toBe('side-by-side')
    expect(conversation.title).toBe('Will you survive?')

    const { page, errors } = await openPage(browser, await second.address())
    await page
      .getByRole('button', { name: /Will you survive/ })
      .first()
      .click()
    const members = page.getByRole('group', { name: 'Answers of the members' })
    for (const [, model] of ENSEMBLE) await expect.poll(() => members.innerText()).toContain(`From ${model}`)
    await page.getByRole('button', { name: 'Runs', exact: true }).click()
    await page.getByRole('main').getByText('Will you survive?').first().click()
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/taken up again/i)
    expect(errors).toEqual([])
    await page.context().close()
    await second.close()
  })
})

describe('F1 one core per data folder', () => {
  test('tutti ask while the app is open uses its budget, appears at once and is resumed by nobody twice', async () => {
    server.script({ user: 'together' }, { text: 'Answer: 4', chunkMs: 5 })
    const app = await startTutti()
    const client = await app.client()
    await connectVendors(client, server)
    await client.presets.save(presetOf('crash', PARALLEL))
    const before = await client.app.snapshot()
    const { page } = await openPage(browser, await app.address())
    const asked = await run(['ask', 'Are we together?', '--preset', 'crash', '--json'], app.home)
    expect(asked.code, asked.stderr).toBe(0)
    const after = await client.app.snapshot()
    expect(after.conversations[0]?.title).toBe('Are we together?')
    await page
      .getByRole('button', { name: /Are we together/ })
      .first()
      .waitFor()
    await page.context().close()
    expect(after.spend.todayMicros).toBeGreaterThan(before.spend.todayMicros)
    expect(callsFor('together')).toHaveLength(5)
    await app.close()
  })

  test('killing the core hands its run over to the waiting command line, which finishes it', async () => {
    server.script({ user: 'hand over' }, ({ model }) => ({
      text: `Still ${model}`,
      ...(isSlow(model) ? { chunkSize: 1, chunkMs: 100 } : {}),
    }))
    const app = await startTutti()
    const client = await app.client()
    await connectVendors(client, server)
    await client.presets.save(presetOf('crash', PARALLEL))
    const asking = run(['ask', 'Please hand over', '--preset', 'crash', '--json'], app.home)
    await expect.poll(async () => (await client.app.snapshot()).conversations[0]?.running?.done, { timeout: 10_000 }).toBe(3)
    await app.kill()
    const asked = await asking
    expect(asked.code, asked.stderr).toBe(0)
    const answer = JSON.parse(asked.stdout)
    expect(answer.members.map((member: { text: string }) => member.text)).toEqual(ENSEMBLE.map(([, model]) => `Still ${model}`))
    expect(callsFor('hand over').filter((request) => !isSlow(request.model))).toHaveLength(3)
  })
})

/** Two of the five are in flight when the process dies. */
function isSlow(model: string): boolean {
  return model === 'sonar' || model === 'gpt-5-mini'
}

async function doneMembers(client: Client, id: Awaited<ReturnType<typeof ask>>['runId']): Promise<number> {
  return (await client.runs.get({ id })).speakers.filter((speaker) => speaker.state === 'done').length
}
