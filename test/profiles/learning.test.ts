import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knownOf } from '../../src/main/conversations/with-experience.ts'
import { systemClock } from '../../src/main/kernel/clock.ts'
import { featuresOf } from '../../src/main/orchestrators/advanced/quality/combine.ts'
import { meanOf } from '../../src/main/orchestrators/advanced/routing/thompson.ts'
import { Learning } from '../../src/main/profiles/learning.ts'
import { openStore, type Store } from '../../src/main/store/open-store.ts'
import { ModelRef, RunId } from '../../src/shared/ids.ts'
import type { LearnedRouting } from '../../src/shared/lab.ts'
import type { QualitySign } from '../../src/shared/quality.ts'
import type { RunView } from '../../src/shared/run.ts'
import { runViewOf } from '../../src/shared/run-view.ts'
import { Signal } from '../../src/shared/signal.ts'

const A = ModelRef.parse('openai/a')
const B = ModelRef.parse('anthropic/b')
const agrees: QualitySign[] = [
  { method: 'checks', value: 1, evidence: [] },
  { method: 'agreement', value: 1, share: { count: 2, of: 2 }, evidence: [] },
]

let store: Store
let home: string
let priors: LearnedRouting['priors']

function learning(view: (id: RunId) => RunView = runOf): Learning {
  return new Learning({
    store: store.experience,
    lab: { list: () => [{ dataSet: 'gsm', at: 1_000_000, priors }], policies: () => [] },
    taskOf: async () => 'math',
    view: async (id) => view(id),
    now: () => 1_000_000,
  })
}

/** A run in which A gave the answer. */
function runOf(id: RunId): RunView {
  const quality = { score: 1, method: 'agreement' as const, signs: agrees, basedOn: 0 }
  const speaker = (name: string, number: number, model: ModelRef) => ({
    id: name,
    role: 'member' as const,
    number,
    model,
    label: name,
    provider: '',
    simulated: false,
  })
  const started = {
    conversationId: null,
    messageId: null,
    title: '',
    presetId: null,
    presetName: '',
    strategy: 'voting' as const,
    budgetMicros: null,
  }
  return runViewOf(id, [
    { type: 'run-started', ...started, speakers: [speaker('m1', 1, A), speaker('m2', 2, B)], seq: 1, at: 1 },
    {
      type: 'run-finished',
      state: 'done',
      error: null,
      costMicros: 1,
      outcome: {
        answer: '42',
        kind: 'agreed',
        by: 'm1',
        groups: [],
        agreement: null,
        summary: '',
        quality,
        qualities: [
          { speaker: 'm1', quality },
          { speaker: 'm2', quality: { ...quality, score: 1, method: 'checks', signs: agrees.slice(0, 1) } },
        ],
      },
      seq: 2,
      at: 2,
    },
  ])
}

function signal(kind: Signal['kind'], run: string, model: ModelRef | null = A): Signal {
  return Signal.parse({
    at: 1,
    kind,
    conversationId: 'c',
    answerId: 'a',
    runId: run,
    presetId: null,
    strategy: 'voting',
    taskType: 'math',
    model,
  })
}

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'tutti-learning-'))
  store = await openStore({ home, clock: systemClock, appVersion: '0' })
  priors = []
})
afterEach(() => store.close())

describe('B5 B11 what is learned', () => {
  it('learns from thumbs at once, keeps it over a restart, and forgets it on a reset', async () => {
    const first = learning()
    await first.signalled(signal('thumb-up', 'r1'))
    await first.signalled(signal('thumb-down', 'r2', B))
    const again = learning()
    expect(meanOf(again.belief('math', A).evidence)).toBeGreaterThan(0.8)
    expect(meanOf(again.belief('math', B).evidence)).toBeLessThan(0.4)
    expect(again.belief('code', A).evidence.count).toBe(0)
    await again.reset()
    expect(again.experience().beliefs).toEqual([])
    expect(learning().experience().beliefs).toEqual([])
  })

  it('takes what others say of an answer as a hint, and a passed check as nothing', async () => {
    const known = learning()
    await known.runEnded(runOf(RunId.parse('r1')))
    expect(known.belief('math', A).evidence.count).toBeCloseTo(0.25, 6)
    expect(known.belief('math', B).evidence.count).toBe(0)
  })

  it('starts from the Lab, which counts as thirty answers at most and is named', async () => {
    priors = [{ taskType: 'math', model: A, asked: 660, right: 600, meanMicros: 100 }]
    const { evidence, labCount, dataSets } = learning().belief('math', A)
    expect(labCount).toBe(30)
    expect(meanOf(evidence)).toBeCloseTo((30 * (600 / 660) + 0.7) / 31, 3)
    expect(dataSets).toEqual(['gsm'])
  })

  it('learns from votes without names who won', async () => {
    const known = learning()
    await known.voted('facts', [
      { first: A, second: B, winner: 'second' },
      { first: A, second: B, winner: 'tie' },
    ])
    expect(meanOf(known.belief('facts', B).evidence)).toBeGreaterThan(meanOf(known.belief('facts', A).evidence))
  })

  it('claims a probability once thirty answers are known, and holds its predictions against what happened', async () => {
    const calibrated: { score: number } = { score: 0 }
    const known = learning((id) => {
      const view = runOf(id)
      const { outcome } = view
      const calibration = known.calibration('math')
      if (!outcome?.quality || !calibration) return view
      return {
        ...view,
        outcome: { ...outcome, quality: { ...outcome.quality, method: 'calibrated', score: 0.8, basedOn: calibration.basedOn } },
      }
    })
    for (let index = 0; index < 40; index += 1) {
      expect(known.calibration('math') === undefined).toBe(index < 30)
      await known.signalled(signal(index % 5 === 0 ? 'thumb-down' : 'thumb-up', `r${index}`))
    }
    calibrated.score = known.calibration('math')?.basedOn ?? 0
    expect(calibrated.score).toBe(40)
    const { reliability } = known.experience()
    expect(reliability).toMatchObject({ count: 10, bins: [{ from: 0.8, predicted: expect.closeTo(0.8, 6), observed: 0.8, count: 10 }] })
    await known.signalled(signal('thumb-unset', 'r39'))
    expect(known.calibration('math')?.basedOn).toBe(39)
    expect(featuresOf(agrees)).toHaveLength(known.calibration('math')?.weights.length ?? 0)
  })

  it('draws the same for the same question, and not at all where nothing may be tried', async () => {
    const known = learning()
    await known.signalled(signal('thumb-up', 'r1'))
    const experienced = { belief: known.belief.bind(known), calibration: () => undefined, lambda: () => 0 }
    const words = 'What is 17 * 23?'
    const tried = knownOf(experienced, A, words, true)
    expect(knownOf(experienced, A, words, true)).toEqual(tried)
    const sure = knownOf(experienced, A, words, false)
    expect(sure?.quality).toBe(sure?.mean)
    expect(knownOf(experienced, B, words, true)).toBeNull()
  })
})
