import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { takeSeat } from '../../../src/main/hosts/core/seat.ts'
import { APP_VERSION } from '../../../src/main/version.ts'
import { temporaryHome } from '../support/processes.ts'
import { startTutti, tutti } from '../support/tutti.ts'
import { withVendorPreset } from '../support/vendor-preset.ts'

const Answer = z.strictObject({
  answer: z.string(),
  agreement: z.object({ agree: z.number(), of: z.number() }).nullable(),
  members: z.array(
    z.strictObject({
      id: z.string(),
      model: z.string(),
      provider: z.string(),
      state: z.string(),
      text: z.string(),
      usage: z.object({ input: z.number(), output: z.number() }).loose().nullable(),
      costMicros: z.number().nullable(),
    }),
  ),
  costMicros: z.number(),
  runId: z.string(),
})
const TaskLine = z.object({ type: z.string(), at: z.number(), percent: z.number(), subject: z.string() })

describe('F1 tutti ask, offline', () => {
  test.each(['parallel', 'voting', 'cascade', 'expert'])('%s answers with the demo ensemble', async (preset) => {
    const { code, out, err } = await tutti(temporaryHome(), ['ask', 'What is 17 * 23?', '--preset', preset])
    expect([code, err]).toEqual([0, expect.stringContaining('Demo')])
    expect(out).toContain('391')
  })

  test('sequential answers with its first member, which voting outvotes', async () => {
    const { code, out } = await tutti(temporaryHome(), ['ask', 'What is 17 * 23?', '--preset', 'sequential'])
    expect([code, out]).toEqual([0, expect.stringMatching(/17 × 23 is \*\*39\d\*\*/)])
  })

  test('--json prints the answer, the members and the cost, and nothing else', async () => {
    const { code, out } = await tutti(temporaryHome(), ['ask', 'What is 17 * 23?', '--preset', 'voting', '--json'])
    expect(code).toBe(0)
    const said = Answer.parse(JSON.parse(out))
    expect(said.answer).toContain('391')
    expect(said.agreement?.agree).toBeGreaterThanOrEqual(2)
    expect(said.members.length).toBe(3)
    expect(said.costMicros).toBe(0)
  })

  test('the question is read from standard input', async () => {
    const { code, out } = await tutti(temporaryHome(), ['ask', '-', '--preset', 'voting'], { input: 'What is 17 * 23?\n' })
    expect([code, out]).toEqual([0, expect.stringContaining('391')])
  })

  test('--events tells the seven task events, a line each, once', async () => {
    const { err } = await tutti(temporaryHome(), ['ask', 'What is 17 * 23?', '--preset', 'parallel', '--events'])
    const events = err
      .trim()
      .split('\n')
      .map((line) => TaskLine.parse(JSON.parse(line)))
    const count = (type: string) => events.filter((event) => event.type === type).length
    expect(events[0]?.type).toBe('TASK_STARTED')
    expect([count('TASK_STARTED'), count('SUBTASK_CREATED'), count('SUBTASK_COMPLETED'), count('TASK_COMPLETED')]).toEqual([1, 3, 3, 1])
    expect(events.at(-1)).toMatchObject({ type: 'TASK_COMPLETED', percent: 100 })
  })

  test('the conversation is kept, with its system prompt', async () => {
    const home = temporaryHome()
    await tutti(home, ['ask', 'What is 17 * 23?', '--preset', 'voting', '--system', 'Be brief.'])
    const seat = await takeSeat({ home, env: {}, version: APP_VERSION })
    onTestFinished(() => seat.close())
    const client = await seat.connect()
    const [summary] = await client.conversations.search({ query: '23' })
    if (!summary) throw new Error('The conversation is not there.')
    expect(await client.conversations.open({ id: summary.id })).toMatchObject({ systemPrompt: 'Be brief.', runs: [{ state: 'done' }] })
  })
})

describe('F1 tutti says no', () => {
  test.each([
    [['ask', ''], 2, 'The question is empty'],
    [['ask', 'x', '--preset', 'chorus'], 2, 'chorus'],
    [['ask', 'x', '--budget', '-1'], 2, '--budget'],
    [['sing'], 2, 'There is no command "sing"'],
  ])('%j ends with %i and one line', async (words, code, reason) => {
    const finished = await tutti(temporaryHome(), words)
    expect(finished).toMatchObject({ code, out: '', err: expect.stringContaining(reason) })
    expect(finished.err.trim().split('\n')).toHaveLength(1)
  })

  test('an empty question on standard input, and one of 10 MB', async () => {
    expect(await tutti(temporaryHome(), ['ask', '-'], { input: ' \n' })).toMatchObject({ code: 2, err: expect.stringContaining('empty') })
    const paste = await tutti(temporaryHome(), ['ask', '-'], { input: 'x'.repeat(10_000_000) })
    expect(paste).toMatchObject({ code: 2, err: expect.stringMatching(/10,000,000 characters; 1,000,000 is the most/) })
  })

  test('a data folder that cannot be used ends with 6 and its path', async () => {
    const file = join(temporaryHome(), 'file')
    writeFileSync(file, '')
    const finished = await tutti(join(file, 'below'), ['models'])
    expect(finished).toMatchObject({ code: 6, err: expect.stringContaining(join(file, 'below')) })
    expect(finished.err).not.toContain('    at ')
  })

  test('a stack is shown where it is asked for', async () => {
    const finished = await tutti(temporaryHome(), ['sing'], { env: { TUTTI_DEBUG: '1' } })
    expect(finished.err).toContain('    at ')
  })

  test('a budget that does not reach ends with 3, before anybody is asked', async () => {
    const home = temporaryHome()
    const server = await withVendorPreset(home, 1000)
    const finished = await tutti(home, ['ask', 'Hello', '--preset', 'three', '--budget', '0.001'])
    expect(finished.code).toBe(3)
    expect(server.requests.length).toBe(0)
  })

  test('a model without a price ends with 3, and runs when that is allowed', async () => {
    const home = temporaryHome()
    const server = await withVendorPreset(home, null)
    expect((await tutti(home, ['ask', 'Hello', '--preset', 'three'])).code).toBe(3)
    expect(server.requests.length).toBe(0)
    expect((await tutti(home, ['ask', 'Hello', '--preset', 'three', '--allow-no-price'])).code).toBe(0)
    expect(server.requests.length).toBe(3)
  })

  test('refused keys end with 4, a failing vendor with 5', async () => {
    const home = temporaryHome()
    const server = await withVendorPreset(home, 1)
    server.script({}, { fault: { type: 'status', status: 401 } })
    expect(await tutti(home, ['ask', 'Hello', '--preset', 'three'])).toMatchObject({ code: 4, out: '' })
    server.script({}, { fault: { type: 'status', status: 500, retryAfterMs: 1 } })
    expect(await tutti(home, ['ask', 'Hello', '--preset', 'three'])).toMatchObject({ code: 5, out: '' })
  }, 60_000)
})

describe('F1 tutti ask, interrupted', () => {
  test('Ctrl-C stops the run, keeps what arrived and ends with 130', async () => {
    const home = temporaryHome()
    const server = await withVendorPreset(home, 1)
    server.script({}, { text: 'word '.repeat(200), chunkMs: 50 })
    const asking = startTutti(home, ['ask', 'Hello', '--preset', 'three', '--json'])
    await asking.said('answering')
    asking.kill('SIGINT')
    const { code, out } = await asking.finished
    expect(code).toBe(130)
    const said = Answer.parse(JSON.parse(out))
    expect(said.members.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(said.members.some(({ text }) => text.startsWith('word'))).toBe(true)
    await expect.poll(() => server.requests.every(({ aborted }) => aborted)).toBe(true)
  })
})

describe('D10 tutti ask is a client of the core that runs', () => {
  test('its question appears there at once', async () => {
    const home = temporaryHome()
    const seat = await takeSeat({ home, env: {}, version: APP_VERSION })
    onTestFinished(() => seat.close())
    const client = await seat.connect()
    const appeared = (async () => {
      for await (const update of await client.app.watch({ after: null })) {
        if (update.type !== 'events') continue
        const found = update.events.find((event) => event.type === 'conversation-changed' && event.conversation.running !== null)
        if (found) return true
      }
      return false
    })()
    const { code } = await tutti(home, ['ask', 'What is 17 * 23?', '--preset', 'voting'])
    expect([code, await appeared]).toEqual([0, true])
  })

  test('when the core is killed it becomes the core, goes on with the same run and repeats no finished member', async () => {
    const home = temporaryHome()
    const server = await withVendorPreset(home, 1)
    server.script({ model: 'one' }, { text: 'Quick.' })
    server.script({ model: 'two' }, { text: 'word '.repeat(60), chunkMs: 60 })
    server.script({ model: 'three' }, { text: 'word '.repeat(60), chunkMs: 60 })
    const core = startTutti(home, ['serve'])
    await core.said('#code=')
    const asking = startTutti(home, ['ask', 'Hello', '--preset', 'three', '--json'])
    await asking.said('one  done')
    await asking.said('three  answering')
    core.kill('SIGKILL')
    const { code, out } = await asking.finished
    expect(code).toBe(0)
    expect(Answer.parse(JSON.parse(out)).members.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect(server.requests.filter(({ model }) => model === 'one')).toHaveLength(1)
    expect(server.requests.filter(({ model }) => model === 'two').length).toBeLessThanOrEqual(2)
  }, 60_000)

  test('as the core it stays until the runs of its clients are done', async () => {
    const home = temporaryHome()
    const server = await withVendorPreset(home, 1)
    server.script({ user: 'Slow' }, { text: 'Slow.', firstTokenMs: 5_000 })
    server.script({ user: 'Quick' }, { text: 'Quick.', firstTokenMs: 3_000 })
    const quick = startTutti(home, ['ask', 'Quick', '--preset', 'three'])
    await quick.said('asked')
    const slow = startTutti(home, ['ask', 'Slow', '--preset', 'three'])
    await quick.said('Waiting for another run')
    expect([(await slow.finished).code, (await quick.finished).code]).toEqual([0, 0])
    expect(server.requests).toHaveLength(6)
  }, 60_000)
})

describe('F1 the other commands', () => {
  test('models lists the demo ensemble, as text and as JSON', async () => {
    const home = temporaryHome()
    expect((await tutti(home, ['models'])).out).toContain('demo/quick')
    const listedTools = (await tutti(home, ['tools'])).out
    expect(listedTools).toMatch(/^allowed +calculator +Calculator$/m)
    expect(listedTools).toMatch(/^off +web-fetch /m)
    const listed = z
      .array(z.object({ ref: z.string(), simulated: z.boolean() }))
      .parse(JSON.parse((await tutti(home, ['models', '--json'])).out))
    expect(listed.filter(({ simulated }) => simulated)).toHaveLength(3)
  })

  test('open prints an address of the core that runs, which lets a page in', async () => {
    const home = temporaryHome()
    const core = startTutti(home, ['serve', '--port', '0'])
    await core.said('#code=')
    const { code, out } = await tutti(home, ['open'])
    expect(code).toBe(0)
    const url = new URL(out.trim())
    const { origin } = url
    const headers = { origin, 'content-type': 'application/json' }
    const answer = await fetch(`${origin}/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ code: url.hash.slice('#code='.length) }),
    })
    expect(answer.status).toBe(200)
    core.kill('SIGINT')
    expect((await core.finished).code).toBe(0)
  })

  test('a taken port is an error with the remedy', async () => {
    const first = startTutti(temporaryHome(), ['serve'])
    await first.said('#code=')
    first.kill('SIGTERM')
    const { out } = await first.finished
    const { port } = new URL(out.trim())
    const second = startTutti(temporaryHome(), ['serve', '--port', port])
    await second.said('#code=')
    expect(await tutti(temporaryHome(), ['serve', '--port', port])).toMatchObject({ code: 2, err: expect.stringContaining('--port') })
  })

  test('help and version need no data folder', async () => {
    const home = join(temporaryHome(), 'untouched')
    expect((await tutti(home, ['help'])).out).toContain('Exit codes')
    const manifest = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')))
    expect(await tutti(home, ['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n` })
    expect(existsSync(home)).toBe(false)
  })
})

describe('F1 keys', () => {
  test.skipIf(process.platform !== 'linux')('the browser that is opened inherits no key and no passphrase', async () => {
    const home = temporaryHome()
    const seen = join(home, 'environment')
    const browser = join(home, 'browser')
    writeFileSync(browser, `#!/bin/sh\nenv > ${seen}.part\nmv ${seen}.part ${seen}\n`, { mode: 0o755 })
    const secrets = { OPENAI_API_KEY: 'sk-test-0123456789abcdef', GEMINI_API_KEY: 'AIza-test-0123456789', TUTTI_PASSPHRASE: 'open sesame' }
    const serving = startTutti(home, ['serve', '--open'], {
      // No desktop entries: the system's opener then starts what BROWSER names.
      env: { ...secrets, DISPLAY: ':99', BROWSER: browser, XDG_DATA_DIRS: home, XDG_DATA_HOME: home },
    })
    await expect.poll(() => existsSync(seen), { timeout: 10_000 }).toBe(true)
    const environment = readFileSync(seen, 'utf8')
    expect(environment).toContain('BROWSER=')
    for (const secret of Object.values(secrets)) expect(environment).not.toContain(secret)
    serving.kill('SIGTERM')
    await serving.finished
  })
})
