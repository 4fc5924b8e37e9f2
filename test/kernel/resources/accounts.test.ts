import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { resources as link } from '../../../src/main/kernel/links/resources.ts'
import { Accounts, type Endpoint } from '../../../src/main/kernel/resources/accounts.ts'
import { Resources } from '../../../src/main/kernel/resources/resources.ts'
import type { ModelRegistry } from '../../../src/main/models/model-registry.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { ModelRef, ProviderId } from '../../../src/shared/ids.ts'
import { registryAt, requestTo, roadTo } from '../../models/links/vendor-road.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'
import { VirtualClock } from '../../support/virtual-clock.ts'

const GPT = ModelRef.parse('openai/gpt-5')
const MINI = ModelRef.parse('openai/gpt-5-mini')
const OPENAI: Endpoint = { id: ProviderId.parse('openai'), name: 'OpenAI', concurrency: 8 }

/** Accounts on a clock that jumps; `ask` is a call that ends at once, as told. */
function account(change: Partial<Endpoint> = {}) {
  const clock = new VirtualClock()
  const resources = new Resources(clock)
  const accounts = new Accounts(resources, clock)
  const endpoint = { ...OPENAI, ...change }
  const ask = (model = GPT, { tokens = 10, used = tokens, error }: { tokens?: number; used?: number; error?: TuttiError } = {}) =>
    resources.hold(accounts.needs(endpoint, model, tokens), {}, async (grant) => {
      if (error) accounts.failed(endpoint, model, grant, error)
      else accounts.answered(endpoint, model, grant, used)
      return clock.now()
    })
  return { clock, accounts, ask }
}

describe('E4 a vendor’s account', () => {
  test('lets no more requests and tokens through in a minute than the user allows', async () => {
    const { ask } = account({ requestsPerMinute: 2, tokensPerMinute: 100 })
    expect([await ask(), await ask(), await ask()]).toEqual([0, 0, 60_000])
    expect(await ask(GPT, { tokens: 95 })).toBe(120_000)
  })

  test('counts what was used, not what was estimated', async () => {
    const { ask } = account({ tokensPerMinute: 100 })
    await ask(GPT, { tokens: 90, used: 20 })
    expect(await ask(GPT, { tokens: 80 })).toBe(0)
    expect(await ask(GPT, { tokens: 1 })).toBe(60_000)
  })

  test('learns a model’s limits from an answer’s headers; other models go on', async () => {
    const { ask, accounts } = account()
    await ask()
    accounts.learn(
      GPT,
      new Headers({ 'x-ratelimit-limit-requests': '10', 'x-ratelimit-remaining-requests': '1', 'x-ratelimit-reset-requests': '54s' }),
    )
    expect(await ask()).toBe(0)
    expect(await ask(MINI)).toBe(0)
    expect(await ask()).toBe(54_000)
  })

  test('a call that never left counts for nothing', async () => {
    const { ask } = account({ requestsPerMinute: 1, tokensPerMinute: 10 })
    await ask(GPT, { error: new TuttiError('budget-exceeded', 'Too dear.') })
    expect(await ask()).toBe(0)
    expect(await ask()).toBe(60_000)
  })

  test('after 429 the model rests for everybody as long as the vendor says; other models go on', async () => {
    const { ask } = account()
    await ask(GPT, { error: new TuttiError('rate-limited', 'Slow down.', { retryAfterMs: 7000 }) })
    const waiting = ask()
    expect(await ask(MINI)).toBe(0)
    expect(await waiting).toBe(7000)
  })

  test('429 without a time doubles the rest each time, and an answer ends the row', async () => {
    const { ask } = account()
    const busy = () => ask(GPT, { error: new TuttiError('rate-limited', 'Slow down.') })
    expect([await busy(), await busy(), await busy(), await ask()]).toEqual([0, 1000, 3000, 7000])
    expect([await busy(), await ask()]).toEqual([7000, 8000])
  })

  test('a rest that is longer than anyone waits for is refused at once, so that another model can answer', async () => {
    const { ask, clock } = account()
    await ask(GPT, { error: new TuttiError('rate-limited', 'Slow down.', { retryAfterMs: 600_000 }) })
    await clock.sleep(100_000)
    await expect(ask()).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 500_000,
      message: 'OpenAI takes no more calls for openai/gpt-5 for another 500 s. Wait, or choose another model.',
    })
  })

  test('without credit the whole account is left alone for a while, and who asks is told', async () => {
    const { ask, clock } = account()
    await ask(GPT, { error: new TuttiError('out-of-credit', 'Empty.') })
    await expect(ask(MINI)).rejects.toMatchObject({
      code: 'out-of-credit',
      message: 'The account at OpenAI has no credit left. It is asked again in 15 s. Add credit or choose a model of another provider.',
    })
    await clock.sleep(15_000)
    expect(await ask(MINI)).toBe(15_000)
  })
})

describe('E4 the link, over real sockets', () => {
  let server: VendorServer
  let registry: ModelRegistry
  beforeAll(async () => {
    server = await startVendorServer()
    registry = await registryAt(server)
  })
  afterEach(() => server.clear())
  afterAll(() => server.close())

  function road(change: Partial<Endpoint> = {}) {
    const shared = new Resources(systemClock)
    const accounts = new Accounts(shared, systemClock)
    const endpointOf = (model: ModelRef): Endpoint => ({ ...registry.provider(model), ...change })
    return { shared, ask: roadTo(registry, [link({ resources: shared, accounts, endpointOf, tokensOf: () => 100 })]) }
  }

  test('no more calls are under way at one vendor than its number of places, over all models', async () => {
    const { ask, shared } = road({ concurrency: 2 })
    server.script({}, { text: 'ok', firstTokenMs: 30 })
    const answers = await Promise.all(
      ['gpt-5', 'gpt-5-mini', 'gpt-5', 'gpt-4.1', 'gpt-5'].map((model) => ask(requestTo(`openai/${model}`))),
    )
    expect(answers.map(({ answer }) => answer?.text)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok'])
    const under = server.requests.map(({ at }) =>
      server.requests.filter((other) => other.at <= at && (other.answeredAt ?? Number.POSITIVE_INFINITY) > at),
    )
    expect(Math.max(...under.map((calls) => calls.length))).toBe(2)
    expect(shared.waiting('account:openai')).toBe(0)
  })

  test('a call that is cancelled while it waits was never sent, and its place is not lost', async () => {
    const { ask } = road({ concurrency: 1 })
    server.script({ user: 'long' }, { text: 'ok', firstTokenMs: 60 })
    const cancel = new AbortController()
    const question = (text: string) => requestTo('openai/gpt-5', { turns: [{ role: 'user', parts: [{ type: 'text', text }] }] })
    const first = ask(question('long'))
    const second = ask(question('cancelled'), cancel.signal)
    const third = ask(question('after it'))
    cancel.abort(new TuttiError('cancelled', 'Stopped by you.'))
    expect((await second).error).toMatchObject({ code: 'cancelled', message: 'Stopped by you.' })
    expect((await first).error).toBeNull()
    expect((await third).error).toBeNull()
    expect(server.requests.map(({ lastUser }) => lastUser)).toEqual(['long', 'after it'])
  })

  test('after 429 the next call waits as long as the vendor asked', async () => {
    const { ask } = road()
    server.script({}, [{ fault: { type: 'status', status: 429, retryAfterMs: 300 } }, { text: 'ok' }])
    expect((await ask(requestTo('openai/gpt-5'))).error).toMatchObject({ code: 'rate-limited' })
    const from = performance.now()
    expect((await ask(requestTo('openai/gpt-5'))).answer?.text).toBe('ok')
    expect(performance.now() - from).toBeGreaterThanOrEqual(250)
  })
})
