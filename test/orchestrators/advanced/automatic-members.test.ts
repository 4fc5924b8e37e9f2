import { describe, expect, it } from 'vitest'
import { DEMO_MODELS } from '../../../src/main/demo/demo-members.ts'
import { automaticMembers } from '../../../src/main/orchestrators/advanced/automatic-members.ts'
import { builtInPresets } from '../../../src/main/orchestrators/advanced/presets.ts'
import { modelRef, ProviderId } from '../../../src/shared/ids.ts'
import type { ModelInfo } from '../../../src/shared/model.ts'
import { StrategyId } from '../../../src/shared/preset.ts'

function model(vendor: string, id: string, outputPerMillion: number | null, enabled = true): ModelInfo {
  const provider = ProviderId.parse(vendor)
  return {
    ref: modelRef(provider, id),
    provider,
    id,
    label: id,
    capabilities: ['text'],
    contextWindow: null,
    maxOutput: null,
    price: outputPerMillion === null ? null : { inputPerMillion: 1, outputPerMillion, source: 'list' },
    enabled,
    simulated: false,
    origin: 'listed',
  }
}

const names = (strategy: StrategyId, models: readonly ModelInfo[]) => automaticMembers(strategy, models).map(({ model: ref }) => ref)

describe('B1 members that are chosen by themselves', () => {
  const models = [model('a', 'big', 15), model('a', 'small', 1), model('b', 'mid', 5), model('c', 'odd', null), model('b', 'off', 1, false)]

  it('mixes vendors first and leaves out what is off', () => {
    expect(names('voting', models)).toEqual(['a/big', 'b/mid', 'c/odd', 'a/small'])
  })

  it('orders a cascade from cheap to dear, an unknown price last', () => {
    expect(names('cascade', models)).toEqual(['b/mid', 'a/big', 'c/odd'])
  })

  it('takes at most five for a vote', () => {
    const many = 'abcdefgh'.split('').map((vendor) => model(vendor, 'x', 1))
    expect(names('voting', many)).toHaveLength(5)
  })

  it('falls back to the demo ensemble alone, never beside real models', () => {
    expect(names('voting', DEMO_MODELS)).toEqual(['demo/quick', 'demo/steady', 'demo/careful'])
    expect(names('voting', [...DEMO_MODELS, model('a', 'big', 15)])).toEqual(['a/big'])
    expect(automaticMembers('expert', DEMO_MODELS).at(-1)?.specialities).toContain('math')
    expect(names('voting', [])).toEqual([])
  })

  it('ships a preset of every strategy, without fixed members', () => {
    const presets = builtInPresets()
    expect(presets.map(({ id }) => id)).toEqual(expect.arrayContaining(StrategyId.options))
    expect(presets.every(({ builtIn, members }) => builtIn && members.length === 0)).toBe(true)
  })
})
