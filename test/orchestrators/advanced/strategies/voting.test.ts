import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanced } from '../../../../src/main/orchestrators/advanced/advanced.ts'
import { TuttiError } from '../../../../src/shared/errors.ts'
import { VotingSettings } from '../../../../src/shared/preset.ts'
import { ScriptedRun } from '../../../support/scripted-context.ts'
import { strategyInput } from '../../../support/strategy-input.ts'

const vote = VotingSettings.parse({ strategy: 'voting' })
const unreachable = new TuttiError('unreachable', 'Vendor 2 did not answer.')

describe('B1 voting', () => {
  it('takes the answer of the majority and keeps the dissent', async () => {
    const run = new ScriptedRun({
      m1: { text: 'Answer: 42' },
      m2: { text: 'It is **41**.\n\nAnswer: 41' },
      m3: { text: 'Forty-two.\n\nAnswer: 42.0' },
    })
    const outcome = await advanced.run(run.context, strategyInput(vote, 3))
    expect(outcome).toMatchObject({ kind: 'agreed', by: 'm3', agreement: { agree: 2, of: 3 } })
    expect(outcome.groups).toEqual([
      { answer: '42.0', members: ['m1', 'm3'] },
      { answer: '41', members: ['m2'] },
    ])
    expect(outcome.summary).toBe('Two of the three members gave the same answer.')
  })

  it('does not call the third of three where the first two agree', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 42' } })
    const outcome = await advanced.run(run.context, strategyInput(vote, 3))
    expect(run.asked).toEqual(['m1', 'm2'])
    expect(outcome.agreement).toEqual({ agree: 2, of: 2 })
    expect(outcome.summary).toBe('Both members that were asked gave the same answer. That decided the vote, so the third was not called.')
    expect(run.titles).toContain('Did not ask 3')
  })

  it('asks the fourth of five as soon as the first three can no longer decide, and leaves the fifth out', async () => {
    const run = new ScriptedRun({
      m1: { text: 'Answer: 31 December', afterMs: 40 },
      m2: { text: 'Answer: 31 December', afterMs: 60 },
      m3: { text: 'Answer: 30 September', afterMs: 20 },
      m4: { text: 'Answer: December 31', afterMs: 90 },
    })
    const outcome = await advanced.run(run.context, strategyInput(vote, 5, 'When does the lease end?'))
    expect(run.asked).toEqual(['m1', 'm2', 'm3', 'm4'])
    expect(run.titles).toEqual(['Asked for an answer line', 'Asked 1, 2 and 3', 'Asked 4', 'Vote decided', 'Did not ask 5'])
    expect(run.notes[1]?.reason).toBe('A majority of five needs three.')
    expect(run.notes[2]?.reason).toBe('1 and 3 differ, so those asked can no longer decide the vote alone.')
    expect(run.notes[3]?.reason).toBe('Dates were compared after normalising. 1, 2 and 4 say December 31 and 3 says 30 September.')
    expect(outcome.summary).toBe(
      'Three of the four members that were asked gave the same answer. That decided the vote, so the fifth was not called.',
    )
    expect(run.clock.now()).toBe(130)
  })

  it('counts a failed member neither for nor against and asks a further one', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { fails: unreachable }, m3: { text: 'Answer: 42' } })
    const outcome = await advanced.run(run.context, strategyInput(vote, 3))
    expect(outcome).toMatchObject({ kind: 'agreed', agreement: { agree: 2, of: 2 } })
    expect(outcome.summary).toContain('One member gave no usable answer (2).')
  })

  it('fails with every cause where all members fail', async () => {
    const run = new ScriptedRun({ m1: { fails: unreachable }, m2: { fails: unreachable }, m3: { text: '   ' } })
    await expect(advanced.run(run.context, strategyInput(vote, 3))).rejects.toMatchObject({
      code: 'no-answer',
      message:
        'No member gave an answer. model-1: Vendor 2 did not answer. model-2: Vendor 2 did not answer. model-3: The answer is empty.',
    })
  })

  it('gives ties to the strongest member', async () => {
    const input = strategyInput(vote, 2)
    const dear = { ...input, members: input.members.map((member) => ({ ...member, strength: member.number === 1 ? 15 : 2 })) }
    const script = { m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 41' } }
    expect(await advanced.run(new ScriptedRun(script).context, dear)).toMatchObject({ by: 'm1', kind: 'plurality' })
    expect(await advanced.run(new ScriptedRun(script).context, input)).toMatchObject({ by: 'm2', kind: 'plurality' })
  })

  it('asks everybody and waits for all where early stop is off', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 42' }, m3: { text: 'Answer: 42', afterMs: 500 } })
    const outcome = await advanced.run(run.context, strategyInput({ ...vote, earlyStop: false }, 3))
    expect(outcome.agreement).toEqual({ agree: 3, of: 3 })
  })

  it('never changes the winner by stopping early, and never pays for an answer that it does not wait for', async () => {
    const reply = fc.record({ says: fc.constantFrom('1', '2', '3', 'fails'), afterMs: fc.integer({ min: 1, max: 99 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 8 }), async (replies) => {
        fc.pre(replies.some(({ says }) => says !== 'fails'))
        const script = Object.fromEntries(
          replies.map(({ says, afterMs }, index) => [
            `m${index + 1}`,
            says === 'fails' ? { fails: unreachable, afterMs } : { text: `Answer: ${says}`, afterMs },
          ]),
        )
        const early = new ScriptedRun(script)
        const full = new ScriptedRun(script)
        const stopped = await advanced.run(early.context, strategyInput(vote, replies.length))
        const whole = await advanced.run(full.context, strategyInput({ ...vote, earlyStop: false }, replies.length))
        expect(stopped.groups[0]?.answer).toBe(whole.groups[0]?.answer)
        expect(stopped.groups.flatMap(({ members }) => members).length).toBeLessThanOrEqual(replies.length)
        expect(new Set(early.asked).size).toBe(early.asked.length)
        expect(early.cut).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('computes no agreement between free texts', async () => {
    const essay = (word: string) => `${`The ${word} sea lies grey before the town, and nobody walks the shore. `.repeat(6)}\n\nSo it was.`
    const run = new ScriptedRun({ m1: { text: essay('cold') }, m2: { text: essay('warm') }, m3: { text: essay('wide') } })
    const outcome = await advanced.run(run.context, strategyInput(vote, 3, 'Write about the sea.'))
    expect(outcome).toMatchObject({ kind: 'plurality', agreement: null, by: 'm3' })
    expect(outcome.summary).toContain('The answers are free text and differ in words; no agreement was computed.')
  })

  it('stops at once when the run is cancelled', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42', afterMs: 100 }, m2: { text: 'Answer: 42', afterMs: 100 } })
    run.cancelAfter(50)
    await expect(advanced.run(run.context, strategyInput(vote, 3))).rejects.toMatchObject({ code: 'cancelled' })
    expect(run.cut).toEqual(['m1', 'm2'])
    expect(run.asked).toEqual(['m1', 'm2'])
  })

  it('comes to the same outcome when a recorded vote is replayed', async () => {
    const script = {
      m1: { text: 'Answer: 1', afterMs: 40 },
      m2: { text: 'Answer: 1', afterMs: 60 },
      m3: { text: 'Answer: 3', afterMs: 20 },
      m4: { text: 'Answer: 1', afterMs: 90 },
    }
    const first = new ScriptedRun(script)
    const outcome = await advanced.run(first.context, strategyInput(vote, 5))
    const again = new ScriptedRun(script, first.records)
    expect(await advanced.run(again.context, strategyInput(vote, 5))).toEqual(outcome)
    expect(again.titles).toEqual(first.titles)
  })

  it('asks for an answer line below the system prompt', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 42' } })
    await advanced.run(run.context, strategyInput(vote, 2, 'What is 6 × 7?', { system: 'Be brief.' }))
    expect(run.calls[0]?.system).toMatch(/^Be brief\.\n\n.*"Answer: …"/)
  })

  it('asks a member again although the others have decided, and counts it', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 42' }, m3: { text: 'Answer: 41', afterMs: 90 } })
    const outcome = await advanced.run(run.context, strategyInput(vote, 3, 'What is 6 × 7?', { mustAsk: ['m1', 'm2', 'm3'] }))
    expect(run.asked.toSorted()).toEqual(['m1', 'm2', 'm3'])
    expect(outcome.agreement).toEqual({ agree: 2, of: 3 })
  })

  it('does not count a refusal as a vote, unless nobody did better', async () => {
    const no = 'I’m sorry, but I can’t help with that.'
    const one = new ScriptedRun({ m1: { text: no }, m2: { text: no }, m3: { text: 'Answer: 42' } })
    expect(await advanced.run(one.context, strategyInput(vote, 3))).toMatchObject({ by: 'm3', agreement: { agree: 1, of: 1 } })
    const none = new ScriptedRun({ m1: { text: no }, m2: { text: no }, m3: { text: no } })
    expect(await advanced.run(none.context, strategyInput(vote, 3))).toMatchObject({ answer: no, agreement: null })
  })
})

describe('B4 consensus is never invented', () => {
  it('members who decline in the same words do not agree', async () => {
    const declines = { text: 'I cannot answer this.' }
    const run = new ScriptedRun({ m1: declines, m2: declines, m3: declines })
    const outcome = await advanced.run(run.context, strategyInput(vote, 3))
    expect(outcome).toMatchObject({ kind: 'plurality', agreement: null, summary: expect.stringContaining('No member committed itself') })
  })

  it('members who are wrong in the same way agree, and whoever contradicts them is kept', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 41' }, m2: { text: 'Answer: 41' }, m3: { text: 'Answer: 42' } })
    const everybody = { ...strategyInput(vote, 3), settings: { strategy: 'voting' as const, earlyStop: false } }
    const outcome = await advanced.run(run.context, everybody)
    expect(outcome).toMatchObject({ kind: 'agreed', agreement: { agree: 2, of: 3 } })
    expect(outcome.groups[1]).toMatchObject({ answer: '42', members: ['m3'] })
  })
})
