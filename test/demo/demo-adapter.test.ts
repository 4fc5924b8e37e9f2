import { describe, expect, it } from 'vitest'
import { demoAdapter } from '../../src/main/demo/demo-adapter.ts'
import { DEMO_MEMBERS, DEMO_MODELS } from '../../src/main/demo/demo-members.ts'
import { DEMO_DECLINES } from '../../src/shared/demo-declines.ts'
import { ModelInfo, ModelRequest, type Usage } from '../../src/shared/model.ts'
import { inEnglish } from '../../src/shared/sentences/told.ts'
import { VirtualClock } from '../support/virtual-clock.ts'

const connection = { baseUrl: null, key: null, name: 'Demo' }

async function ask(model: string, question: string, changes: Partial<ModelRequest> = {}, signal = new AbortController().signal) {
  const clock = new VirtualClock()
  const deltas: { at: number; text: string }[] = []
  const usages: Usage[] = []
  const answer = await demoAdapter(clock).ask({
    connection,
    model,
    request: ModelRequest.parse({
      speaker: 'm1',
      model: `demo/${model}`,
      turns: [{ role: 'user', parts: [{ type: 'text', text: question }] }],
      maxOutputTokens: 2048,
      ...changes,
    }),
    capabilities: ['text'],
    signal,
    attachment: () => Promise.resolve(new Uint8Array()),
    onDelta: (_channel, text) => deltas.push({ at: clock.now(), text }),
    onBytes: () => {},
    onHeaders: () => {},
    onUsage: (usage) => usages.push(usage),
  })
  return { answer, deltas, usages, clock }
}

describe('D8 the demo ensemble', () => {
  it('streams an answer at each member’s own speed', async () => {
    for (const member of DEMO_MEMBERS) {
      const { answer, deltas, clock } = await ask(member.id, 'What is 17 × 23?')
      expect(deltas.map(({ text }) => text).join('')).toBe(answer.text)
      expect(deltas.length).toBeGreaterThan(2)
      expect(deltas[0]?.at).toBe(member.firstMs)
      expect(Math.round(clock.now())).toBe(member.totalMs)
    }
  })

  it('gives the same words for the same question, member and sample, and may differ for another sample', async () => {
    const first = await ask('quick', 'What is 17 × 23?')
    expect((await ask('quick', 'what is  17 × 23?')).answer.text).toBe(first.answer.text)
    const samples = await Promise.all(Array.from({ length: 20 }, (_, sample) => ask('quick', 'What is 17 × 23?', { sample })))
    expect(new Set(samples.map(({ answer }) => answer.text)).size).toBeGreaterThan(1)
  })

  it('errs as often as each member’s rate says', async () => {
    const questions = Array.from({ length: 300 }, (_, i) => `What is ${i + 11} × 7?`)
    for (const member of DEMO_MEMBERS) {
      const answers = await Promise.all(questions.map((question) => ask(member.id, question)))
      const wrong = answers.filter(({ answer }, i) => !answer.text.includes(`**${((i + 11) * 7).toLocaleString('en-US')}**`)).length
      expect(wrong / questions.length).toBeGreaterThan(member.errs - 0.08)
      expect(wrong / questions.length).toBeLessThan(member.errs + 0.08)
    }
  })

  it('says honestly what it cannot do', async () => {
    expect((await ask('careful', 'Who wrote Faust?')).answer.text).toBe(DEMO_DECLINES.en)
    expect((await ask('careful', 'Wer hat Faust geschrieben, und wann?')).answer.text).toBe(DEMO_DECLINES.de)
    expect((await ask('careful', 'Quelle est la capitale de la France ?')).answer.text).toBe(DEMO_DECLINES.fr)
  })

  it('answers the last question of a conversation', async () => {
    const turn = (role: 'user' | 'assistant', text: string) => ({ role, parts: [{ type: 'text' as const, text }] })
    const { answer } = await ask('careful', '', {
      turns: [turn('user', 'What is 1 + 1?'), turn('assistant', '2'), turn('user', 'What is 30 + 12?')],
    })
    expect(answer.text).toContain('**42**')
  })

  it('adds the answer line where the system prompt asks for it', async () => {
    const { answer } = await ask('careful', 'What is 30 + 12?', { system: 'End with one line "Answer: …".' })
    expect(answer.text).toMatch(/\nAnswer: 42$/)
  })

  it('counts its usage and stops at the output limit', async () => {
    const { answer, usages } = await ask('careful', 'What is 30 + 12?', { maxOutputTokens: 5 })
    expect(answer).toMatchObject({ stop: 'length', usage: { input: 4, output: 5, estimated: true } })
    expect(usages).toEqual([answer.usage])
  })

  it('says that it did not read a file', async () => {
    const file = { id: 'a'.repeat(64), name: 'lease.pdf', mediaType: 'application/pdf', bytes: 3 }
    const { answer } = await ask('quick', '', {
      turns: [
        {
          role: 'user',
          parts: [
            { type: 'text', text: 'What is 1 + 1?' },
            { type: 'attachment', attachment: file },
          ],
        },
      ],
    })
    expect(answer.notes.map(inEnglish)).toEqual(['Sent without lease.pdf: demo members cannot read files.'])
  })

  it('stops when it is cancelled, with the text that had arrived', async () => {
    const controller = new AbortController()
    const clock = new VirtualClock()
    const deltas: string[] = []
    const asked = demoAdapter(clock).ask({
      connection,
      model: 'careful',
      request: ModelRequest.parse({
        speaker: 'm1',
        model: 'demo/careful',
        turns: [{ role: 'user', parts: [{ type: 'text', text: '2 + 2' }] }],
        maxOutputTokens: 99,
      }),
      capabilities: ['text'],
      signal: controller.signal,
      attachment: () => Promise.resolve(new Uint8Array()),
      onDelta: (_channel, text) => {
        deltas.push(text)
        if (deltas.length === 2) controller.abort(new Error('closed'))
      },
      onBytes: () => {},
      onHeaders: () => {},
      onUsage: () => {},
    })
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
    expect(deltas).toHaveLength(2)
  })

  it('names its models where an unknown one is asked', async () => {
    await expect(ask('slow', 'Hi')).rejects.toMatchObject({
      code: 'unknown-model',
      message: 'The demo has no model “slow”. It has quick, steady, careful.',
    })
  })

  it('lists three free models that are marked as simulated', async () => {
    expect(DEMO_MODELS.map((model) => ModelInfo.parse(model))).toEqual(DEMO_MODELS)
    expect(DEMO_MODELS.every(({ simulated, price }) => simulated && price?.source === 'free')).toBe(true)
    const listed = await demoAdapter(new VirtualClock()).listModels(connection, new AbortController().signal)
    expect(listed.map(({ id }) => id)).toEqual(['quick', 'steady', 'careful'])
  })
})
