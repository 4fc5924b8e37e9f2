import { describe, expect, it } from 'vitest'
import { DEMO_MODELS } from '../../../src/main/demo/demo-members.ts'
import { AdvancedInput, mergeModelOf, questionText, seatMembers } from '../../../src/main/orchestrators/advanced/input.ts'
import { ModelRef } from '../../../src/shared/ids.ts'
import { Member, ParallelSettings } from '../../../src/shared/preset.ts'
import { strategyInput } from '../../support/strategy-input.ts'

const member = (id: string, model: string) => Member.parse({ id, model })

describe('B1 the input of a question', () => {
  it('gives two seats of one model different samples, and each its number and label', () => {
    const seated = seatMembers(
      [member('a', 'demo/quick'), member('b', 'demo/steady'), member('c', 'demo/quick'), member('d', 'x/y/z')],
      DEMO_MODELS,
    )
    expect(seated.map(({ number, sample, label }) => [number, sample, label])).toEqual([
      [1, 0, 'Demo Quick'],
      [2, 0, 'Demo Steady'],
      [3, 1, 'Demo Quick'],
      [4, 0, 'y/z'],
    ])
  })

  it('refuses no members and two members of one id', () => {
    const input = strategyInput({ strategy: 'expert' }, 2)
    expect(() => AdvancedInput.parse({ ...input, members: [] })).toThrow('A question needs at least one member.')
    expect(() => AdvancedInput.parse({ ...input, members: [input.members[0], input.members[0]] })).toThrow(
      'Each member needs an id of its own.',
    )
  })

  it('lets the first member merge unless another model is set', () => {
    const members = [member('a', 'demo/quick'), member('b', 'demo/steady')]
    const merged = ParallelSettings.parse({ strategy: 'parallel', merge: 'model' })
    expect(mergeModelOf(merged, members)).toBe('demo/quick')
    expect(mergeModelOf({ ...merged, mergeModel: ModelRef.parse('demo/careful') }, members)).toBe('demo/careful')
    expect(mergeModelOf({ ...merged, merge: 'none' }, members)).toBeNull()
  })

  it('reads the question from the last user turn', () => {
    const turn = (role: 'user' | 'assistant', text: string) => ({ role, parts: [{ type: 'text' as const, text }] })
    expect(questionText([turn('user', 'One?'), turn('assistant', '1'), turn('user', ' Two? ')])).toBe('Two?')
    expect(questionText([])).toBe('')
  })
})
