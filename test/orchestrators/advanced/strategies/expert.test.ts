import { describe, expect, it } from 'vitest'
import { advanced } from '../../../../src/main/orchestrators/advanced/advanced.ts'
import type { AdvancedInput } from '../../../../src/main/orchestrators/advanced/input.ts'
import { TuttiError } from '../../../../src/shared/errors.ts'
import type { TaskType } from '../../../../src/shared/preset.ts'
import { ScriptedRun } from '../../../support/scripted-context.ts'
import { strategyInput } from '../../../support/strategy-input.ts'

const down = new TuttiError('unreachable', 'Vendor 2 did not answer.')

function withSpecialities(question: string, ...specialities: TaskType[][]): AdvancedInput {
  const input = strategyInput({ strategy: 'expert' }, specialities.length, question)
  return { ...input, members: input.members.map((member, index) => ({ ...member, specialities: specialities[index] ?? [] })) }
}

describe('B1 expert', () => {
  it('asks the specialist alone and states the reason', async () => {
    const run = new ScriptedRun({ m2: { text: '391' } })
    const outcome = await advanced.run(run.context, withSpecialities('What is 17 × 23?', ['code'], ['math'], []))
    expect(outcome).toMatchObject({ kind: 'expert', by: 'm2', answer: '391' })
    expect(run.asked).toEqual(['m2'])
    expect(outcome.summary).toMatch(/^“[^”]*17[^”]*”.* marks? a question of math\. model-2 is the member for math\.$/)
    expect(run.titles).toEqual(['Chose 2'])
  })

  it('asks the member for everything else where no specialist fits', async () => {
    const run = new ScriptedRun({ m3: { text: 'Hello.' } })
    expect(await advanced.run(run.context, withSpecialities('Hello there', ['code'], ['math'], []))).toMatchObject({ by: 'm3' })
  })

  it('asks the first member where all are specialists of other things', async () => {
    const run = new ScriptedRun({ m1: { text: 'Hello.' } })
    const outcome = await advanced.run(run.context, withSpecialities('Hello there', ['code'], ['math']))
    expect(outcome.summary).toContain('No member is set for chat, so model-1 answers.')
  })

  it('lets the next member stand in for a specialist that fails', async () => {
    const run = new ScriptedRun({ m2: { fails: down }, m3: { text: '391' } })
    const outcome = await advanced.run(run.context, withSpecialities('What is 17 × 23?', ['code'], ['math'], []))
    expect(outcome).toMatchObject({ by: 'm3', kind: 'expert' })
    expect(outcome.summary).toContain('model-2 came first but failed: Vendor 2 did not answer.')
  })

  it('fails where all fail, and stops on cancel', async () => {
    const dead = new ScriptedRun({ m1: { fails: down }, m2: { fails: down } })
    await expect(advanced.run(dead.context, withSpecialities('Hello', [], []))).rejects.toMatchObject({ code: 'no-answer' })
    const slow = new ScriptedRun({ m1: { text: 'Hi.', afterMs: 90 } })
    slow.cancelAfter(10)
    await expect(advanced.run(slow.context, withSpecialities('Hello', [], []))).rejects.toMatchObject({ code: 'cancelled' })
    expect(slow.asked).toEqual(['m1'])
  })
})
