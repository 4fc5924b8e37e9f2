import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanced } from '../../../../src/main/orchestrators/advanced/advanced.ts'
import { isSure, leads } from '../../../../src/main/orchestrators/advanced/consensus/adaptive-stop.ts'
import { claimsOf } from '../../../../src/main/orchestrators/advanced/consensus/claims.ts'
import { readClaims } from '../../../../src/main/orchestrators/advanced/consensus/judge-claims.ts'
import { electorWeights } from '../../../../src/main/orchestrators/advanced/consensus/weigh-votes.ts'
import { TuttiError } from '../../../../src/shared/errors.ts'
import { ModelRef } from '../../../../src/shared/ids.ts'
import { StrategySettings } from '../../../../src/shared/preset.ts'
import { ScriptedRun } from '../../../support/scripted-context.ts'
import { strategyInput } from '../../../support/strategy-input.ts'

const all = StrategySettings.parse({ strategy: 'voting', earlyStop: false })
const side = StrategySettings.parse({ strategy: 'parallel' })
const judge = ModelRef.parse('vendor-9/judge')

function said(...texts: string[]) {
  return Object.fromEntries(texts.map((text, index) => [`m${index + 1}`, { text }]))
}

async function vote(...texts: string[]) {
  const run = new ScriptedRun(said(...texts))
  return advanced.run(run.context, strategyInput(all, texts.length, 'How many moons has Mars?'))
}

describe('B4 consensus never invents agreement', () => {
  it('shows answers that contradict each other as that, and the dissent stays', async () => {
    const outcome = await vote('Answer: 2', 'Answer: 3', 'Answer: 4')
    expect(outcome).toMatchObject({ kind: 'plurality', agreement: { agree: 1, of: 3 } })
    expect(outcome.groups).toHaveLength(3)
    expect(outcome.quality?.signs.find(({ method }) => method === 'agreement')?.value).toBeCloseTo(1 / 3, 6)
  })

  it('does not count empty answers and refusals in the same words as agreement', async () => {
    const refusal = 'I’m sorry, but I can’t help with that.'
    expect(await vote('Answer: 2', '', '')).toMatchObject({ agreement: { agree: 1, of: 1 } })
    expect(await vote(refusal, refusal, 'Answer: 2')).toMatchObject({ by: 'm3', agreement: { agree: 1, of: 1 } })
    const declined = await vote(refusal, refusal, refusal)
    expect(declined.agreement).toBeNull()
    expect(declined.kind).not.toBe('agreed')
    expect(declined.quality?.score).toBeLessThan(0.5)
  })

  it('says of answers that are alike and wrong that they agree, never that they are right', async () => {
    const outcome = await vote('Answer: 7', 'Answer: 7', 'Answer: 7')
    expect(outcome).toMatchObject({ kind: 'agreed', agreement: { agree: 3, of: 3 } })
    expect(outcome.quality).toMatchObject({ method: 'agreement', basedOn: 0 })
    expect(outcome.summary).toBe('All three members gave the same answer.')
    expect(JSON.stringify(outcome)).not.toMatch(/%|correct|right/)
  })

  it('finds in free text who says the same, who says otherwise and what only one said', async () => {
    const run = new ScriptedRun(
      said(
        'The contract can be ended within 14 days. Send the notice in writing. A reason is not needed.',
        'The contract can be ended within 30 days. Send the notice in writing. The deposit comes back in full afterwards.',
      ),
    )
    const { claims } = await advanced.run(run.context, strategyInput(side, 2, 'How do I cancel?'))
    expect(claims?.method).toBe('overlap')
    const of = (words: string) => claims?.list.find(({ text }) => text.includes(words))
    expect(of('14 days')).toMatchObject({ supports: [{ speaker: 'm1' }], contradicts: [{ speaker: 'm2' }] })
    expect(of('in writing')).toMatchObject({ supports: [{ speaker: 'm1' }, { speaker: 'm2' }], contradicts: [] })
    expect(of('deposit')).toMatchObject({ supports: [{ speaker: 'm2' }], contradicts: [] })
  })

  it('takes a sentence and its denial for a contradiction, in three languages', () => {
    const pairs = [
      ['The warranty covers damage by water.', 'The warranty does not cover damage by water.'],
      ['Die Garantie gilt für Schäden durch Wasser.', 'Die Garantie gilt nicht für Schäden durch Wasser.'],
      ['La garantie couvre les dégâts causés par eau.', 'La garantie ne couvre pas les dégâts causés par eau.'],
    ]
    for (const [one = '', other = ''] of pairs) {
      const [claim] = claimsOf([
        { speaker: 'm1', text: one },
        { speaker: 'm2', text: other },
      ]).list
      expect(claim).toMatchObject({ supports: [{ speaker: 'm1' }], contradicts: [{ speaker: 'm2' }] })
    }
  })

  it('names places that stand in the texts, and nobody twice in a claim', () => {
    const words = fc.constantFrom(
      'The sea is deep.',
      'Water is not dry at all.',
      'It has 4 moons.',
      '# Title',
      'Ships sail the deep sea.',
      'Ships never sail the sea.',
    )
    const texts = fc.array(
      fc.array(words, { maxLength: 6 }).map((lines) => lines.join(' ')),
      { minLength: 2, maxLength: 4 },
    )
    fc.assert(
      fc.property(texts, (list) => {
        const answers = list.map((text, index) => ({ speaker: `m${index}`, text }))
        for (const { supports, contradicts } of claimsOf(answers).list) {
          const places = [...supports, ...contradicts]
          expect(new Set(places.map(({ speaker }) => speaker)).size).toBe(places.length)
          for (const { speaker, from, to } of places) {
            const text = answers.find((each) => each.speaker === speaker)?.text ?? ''
            expect(text.slice(from, to).trim()).not.toBe('')
            expect(to).toBeLessThanOrEqual(text.length)
          }
        }
      }),
    )
  })

  it('drops what a judge quotes and nobody said, and falls back to words where nothing is left', async () => {
    const lettered = [
      { speaker: 'm2', letter: 'A', text: 'Mars has two moons.' },
      { speaker: 'm1', letter: 'B', text: 'Mars has a pair of moons.' },
    ]
    const text = `Here you are: [{"claim": "Mars has two moons", "supports": [{"letter": "A", "quote": "Mars has two moons."}, {"letter": "b", "quote": "Mars has a pair of moons."}, {"letter": "C", "quote": "x"}], "contradicts": []}, {"claim": "Venus has one", "supports": [{"letter": "A", "quote": "Venus has one."}]}]`
    expect(readClaims(text, lettered)).toEqual([
      {
        text: 'Mars has two moons',
        supports: [
          { speaker: 'm2', from: 0, to: 19 },
          { speaker: 'm1', from: 0, to: 25 },
        ],
        contradicts: [],
      },
    ])
    expect(readClaims('I cannot do that.', lettered)).toEqual([])
    const run = new ScriptedRun({
      ...said('Mars has two moons, Phobos and Deimos.', 'There is a pair of moons around Mars.'),
      judge: { fails: new TuttiError('unreachable', 'Gone.') },
    })
    const outcome = await advanced.run(run.context, strategyInput(side, 2, 'Moons?', { judge }))
    expect(outcome.claims?.method).toBe('overlap')
  })
})

describe('B4 rules of a vote', () => {
  it('weighs what is known of members: one that is mostly right outvotes two of one vendor that are not', async () => {
    const weighted = StrategySettings.parse({ strategy: 'voting', earlyStop: false, rule: 'weighted' })
    const input = strategyInput(weighted, 3, 'What is 6 × 7?', {
      chances: { 'vendor-1/a': 0.55, 'vendor-1/b': 0.55, 'vendor-3/model-3': 0.95 },
    })
    const models = ['vendor-1/a', 'vendor-1/b', 'vendor-3/model-3'].map((model) => ModelRef.parse(model))
    const members = input.members.map((member, index) => ({ ...member, model: models[index] ?? member.model }))
    const run = new ScriptedRun(said('Answer: 41', 'Answer: 41', 'Answer: 42'))
    const outcome = await advanced.run(run.context, { ...input, members })
    expect(outcome).toMatchObject({ by: 'm3', agreement: { agree: 1, of: 3 }, kind: 'plurality' })
    expect(outcome.summary).toContain('their votes weigh most')
    expect(run.notes.find(({ title }) => title === 'Weighed the votes')?.reason).toContain('members of one vendor together less')
  })

  it('divides the weight of members of one vendor and never makes it negative', () => {
    const elector = (id: string, model: string, chance?: number) => ({ id, model: ModelRef.parse(model), chance })
    const alone = electorWeights([elector('a', 'x/1', 0.8)]).get('a') ?? 0
    expect(alone).toBeCloseTo(Math.log(4) + Math.log(4), 6)
    expect(electorWeights([elector('a', 'x/1', 0.8), elector('b', 'x/2', 0.8)]).get('a')).toBeCloseTo(alone / 1.6, 6)
    expect(electorWeights([elector('a', 'x/1', 0.01)]).get('a')).toBe(0)
  })

  it('stops by Adaptive-Consistency once the leader is ahead beyond chance', async () => {
    expect(leads(0, 0)).toBe(0.5)
    expect(leads(3, 0)).toBeCloseTo(0.9375, 6)
    expect(isSure([{ members: [1, 2, 3, 4] }])).toBe(true)
    expect(isSure([{ members: [1, 2, 3, 4] }, { members: [5] }])).toBe(false)
    const settings = StrategySettings.parse({ strategy: 'voting', stop: 'adaptive' })
    const run = new ScriptedRun(
      Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`m${index + 1}`, { text: 'Answer: 42', afterMs: 10 * (index + 1) }])),
    )
    const outcome = await advanced.run(run.context, strategyInput(settings, 11))
    expect(outcome.agreement).toEqual({ agree: 4, of: 4 })
  })

  it('has a judge compare free text in pairs, both orders, and takes a tie where they differ', async () => {
    const texts = [
      'Water swallows red light first, so blue comes back to the eye from the sea.',
      'It is mostly because the surface of the water mirrors the sky that stands above it.',
      'Because of all the fish that swim in it, and nobody has ever counted those.',
    ]
    const decide = (request: { readonly turns: unknown }, favours: boolean) => {
      const text = JSON.stringify(request.turns)
      const a = text.indexOf('red light')
      const b = text.indexOf('letter=\\"B\\"')
      return favours && a >= 0 ? (a < b ? 'A' : 'B') : 'A'
    }
    const run = (favours: boolean) =>
      new ScriptedRun(async (request) => ({
        ...{
          model: request.model,
          reasoning: '',
          toolCalls: [],
          citations: [],
          stop: 'end',
          costMicros: 1,
          vendorCostMicros: null,
          firstTokenMs: 1,
          totalMs: 1,
          attempts: 1,
          notes: [],
        },
        usage: { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0, estimated: false },
        text: request.speaker === 'judge' ? decide(request, favours) : (texts[Number(request.speaker.slice(1)) - 1] ?? ''),
      }))
    const fair = run(true)
    const input = strategyInput(all, 3, 'Why is the sea blue, in your own words?', { judge })
    const outcome = await advanced.run(fair.context, input)
    expect(outcome).toMatchObject({ by: 'm1', agreement: null })
    expect(outcome.summary).toContain('preferred that of model-1')
    const biased = run(false)
    await advanced.run(biased.context, input)
    expect(biased.titles).not.toContain('Ranked the answers')
  })
})
