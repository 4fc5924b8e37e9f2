import { afterEach, describe, expect, test } from 'vitest'
import { createEngine, type Engine, TuttiError } from '../../../src/main/hosts/engine/index.ts'
import { manualClock, type Script, scriptedProvider } from '../../../src/main/hosts/engine/testing/index.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function engineWith(script: Script): Promise<{ engine: Engine; provider: Awaited<ReturnType<typeof scriptedProvider>> }> {
  const provider = await scriptedProvider(script)
  open.push(provider)
  const engine = await createEngine({ providers: [provider] })
  open.push(engine)
  return { engine, provider }
}

describe('A5 the engine as a library', () => {
  test('steps keep the context: each model sees the input and all that was found', async () => {
    const { engine, provider } = await engineWith({ 'gpt-4': 'facts', 'claude-3': 'summary', 'gemini-pro': 'checked' })
    const pipeline = await engine.createPipeline([
      { model: 'gpt-4', task: 'analysis' },
      { model: 'claude-3', task: 'synthesis' },
      { model: 'gemini-pro', task: 'validation' },
    ])
    const result = await pipeline.execute({ topic: 'bees' })
    expect(result).toMatchObject({ answer: 'checked', kind: 'computed' })
    expect(provider.requests.map(({ model }) => model)).toEqual(['gpt-4', 'claude-3', 'gemini-pro'])
    expect(provider.requests[2]?.prompt).toMatch(/Check the result[\s\S]*bees[\s\S]*facts[\s\S]*summary/)
  })

  test('a question goes to the members by the strategy that was set', async () => {
    const { engine, provider } = await engineWith({ a: 'Answer: 42', b: 'Answer: 41', c: 'Answer: 42' })
    engine.advanced.setStrategy('voting')
    await engine.advanced.setMembers(['a', 'b', 'c'])
    const result = await engine.advanced.execute('6 × 7?', { note: 'no units' })
    expect(result).toMatchObject({ answer: expect.stringContaining('42'), agreement: { agree: 2, of: 3 } })
    expect(result.members.map(({ model }) => model).sort()).toEqual(['scripted/a', 'scripted/b', 'scripted/c'])
    expect(provider.requests.every(({ prompt }) => prompt.includes('no units'))).toBe(true)
  })

  test('a saved pipeline runs by its id, with variables', async () => {
    const { engine } = await engineWith({ echo: ({ prompt }) => prompt })
    const stages = [{ id: 'say', processor: { type: 'prompt' as const, prompt: '{{ vars.word }}, {{ input.name }}' } }]
    await engine.pipelines.save({ id: 'greet', name: 'Greet', model: 'scripted/echo', stages })
    await expect(engine.pipelines.execute('greet', { name: 'Ann' }, { word: 'Hello' })).resolves.toMatchObject({ answer: 'Hello, Ann' })
    await expect(engine.pipelines.execute('nobody')).rejects.toThrow(/no pipeline “nobody”/)
  })

  test('a name that is none is answered with those there are, a failing model with its error', async () => {
    const { engine } = await engineWith({ broken: { status: 400, message: 'Not today.' } })
    await expect(engine.createPipeline([{ model: 'nobody', task: 'analysis' }])).rejects.toThrow(
      /no model “nobody”.*scripted\/broken|no model “nobody”/,
    )
    const pipeline = await engine.createPipeline([{ model: 'broken', task: 'analysis' }])
    await expect(pipeline.execute('x')).rejects.toThrow(TuttiError)
  })

  test('a signal stops the run and its call', async () => {
    const stop = new AbortController()
    const { engine } = await engineWith({
      slow: async () => {
        setTimeout(() => stop.abort(), 20)
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        return 'late'
      },
    })
    const pipeline = await engine.createPipeline([{ model: 'slow', task: 'analysis' }])
    await expect(pipeline.execute('x', { signal: stop.signal })).rejects.toThrow(/Stopped/)
  })
})

describe('A5 the clock for tests', () => {
  test('stands still until it is moved, and wakes sleepers in order', async () => {
    const clock = manualClock()
    const woken: string[] = []
    const late = clock.sleep(20).then(() => woken.push('late'))
    const early = clock.sleep(10).then(() => woken.push('early'))
    clock.advance(9)
    await Promise.resolve()
    expect(woken).toEqual([])
    clock.advance(20)
    await Promise.all([late, early])
    expect(woken).toEqual(['early', 'late'])
    const stop = new AbortController()
    const sleeping = clock.sleep(5, stop.signal)
    stop.abort(new Error('stopped'))
    await expect(sleeping).rejects.toThrow('stopped')
  })
})
