import { describe, expect, it } from 'vitest'
import { demoAdapter } from '../../src/main/demo/demo-adapter.ts'
import { DEMO_MODELS } from '../../src/main/demo/demo-members.ts'
import { advanced } from '../../src/main/orchestrators/advanced/advanced.ts'
import { automaticMembers } from '../../src/main/orchestrators/advanced/automatic-members.ts'
import { AdvancedInput, seatMembers } from '../../src/main/orchestrators/advanced/input.ts'
import { builtInPresets } from '../../src/main/orchestrators/advanced/presets.ts'
import { splitModelRef } from '../../src/shared/ids.ts'
import type { ModelAnswer } from '../../src/shared/model.ts'
import { ScriptedRun } from '../support/scripted-context.ts'
import { VirtualClock } from '../support/virtual-clock.ts'

/** A run of a built-in preset over the demo members. */
async function run(presetId: string, question: string) {
  const preset = builtInPresets().find(({ id }) => id === presetId)
  if (preset === undefined) throw new Error(`No preset ${presetId}`)
  const adapter = demoAdapter(new VirtualClock())
  const scripted = new ScriptedRun(async (request, signal): Promise<ModelAnswer> => {
    const answer = await adapter.ask({
      connection: { baseUrl: null, key: null, name: 'Demo' },
      model: splitModelRef(request.model).model,
      request,
      capabilities: ['text'],
      signal,
      attachment: () => Promise.resolve(new Uint8Array()),
      onDelta: () => {},
      onBytes: () => {},
      onHeaders: () => {},
      onUsage: () => {},
    })
    const { text, reasoning, stop, usage } = answer
    return {
      model: request.model,
      text,
      reasoning,
      stop,
      toolCalls: [],
      citations: [],
      notes: [],
      usage: usage ?? { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0, estimated: true },
      costMicros: 0,
      vendorCostMicros: null,
      firstTokenMs: 1,
      totalMs: 1,
      attempts: 1,
    }
  })
  const members = seatMembers(automaticMembers(preset.settings.strategy, DEMO_MODELS), DEMO_MODELS)
  const input = AdvancedInput.parse({
    settings: preset.settings,
    members,
    turns: [{ role: 'user', parts: [{ type: 'text', text: question }] }],
  })
  return { outcome: await advanced.run(scripted.context, input), scripted }
}

describe('D8 the demo ensemble under the five strategies', () => {
  it('lets a vote correct the member that is wrong', async () => {
    const { outcome, scripted } = await run('voting', 'A train leaves at 14:47 and takes 2 h 38 min. When does it arrive?')
    expect(scripted.asked).toEqual(['m1', 'm2', 'm3'])
    expect(outcome).toMatchObject({ kind: 'agreed', by: 'm3', agreement: { agree: 2, of: 3 } })
    expect(outcome.groups).toEqual([
      { answer: '17:25', members: ['m2', 'm3'] },
      { answer: '16:25', members: ['m1'] },
    ])
    expect(outcome.answer).toContain('17:25')
  })

  it('lets a cascade ask the third where the first two differ', async () => {
    const { outcome, scripted } = await run('cascade', 'How many days lie between 28 February 2024 and 1 May 2024?')
    expect(scripted.asked).toEqual(['m1', 'm2', 'm3'])
    expect(scripted.titles).toContain('Went on to 3')
    expect(outcome.groups[0]).toEqual({ answer: '63 days', members: ['m2', 'm3'] })
  })

  it('shows conversions side by side', async () => {
    const { outcome } = await run('parallel', 'Convert 68 °F, 5 lb 3 oz and 12 fl oz to metric units.')
    expect(outcome.kind).toBe('side-by-side')
    for (const value of ['20 °C', '2.353 kg', '354.9 ml']) expect(outcome.answer.split(`**${value}**`).length).toBeGreaterThan(2)
  })

  it('merges to the most common answer and names the dissent', async () => {
    const { outcome } = await run('merged', 'How many days lie between 28 February 2024 and 1 May 2024?')
    expect(outcome).toMatchObject({ kind: 'merged', by: 'merge' })
    expect(outcome.answer).toContain('**63 days**')
    expect(outcome.answer).toContain('2 of 3 answers say so.')
    expect(outcome.answer).toContain('Dissent: 62 days.')
  })

  it('takes the first answer, and sends sums to the careful member', async () => {
    expect((await run('sequential', 'What is 2 + 2?')).scripted.asked).toEqual(['m1'])
    const { outcome, scripted } = await run('expert', 'What is 17 % of 2,340?')
    expect(scripted.asked).toEqual(['m3'])
    expect(outcome).toMatchObject({ kind: 'expert', by: 'm3' })
    expect(outcome.answer).toContain('397.8')
  })

  it('answers honestly where it cannot compute', async () => {
    expect((await run('voting', 'Who wrote Faust?')).outcome.answer).toContain('I am a simulated demo member')
  })
})
