import { describe, expect, test } from 'vitest'
import { runnable } from '../../src/main/kernel/runner.ts'
import { RecordedCore } from '../../src/main/lab/recorded-core.ts'
import { seededRandom } from '../../src/main/lab/statistics.ts'
import { advanced } from '../../src/main/orchestrators/advanced/advanced.ts'
import { StrategySettings } from '../../src/shared/preset.ts'
import { strategyInput } from '../support/strategy-input.ts'

const STRATEGIES = [
  { strategy: 'voting' },
  { strategy: 'voting', earlyStop: false },
  { strategy: 'cascade' },
  { strategy: 'cascade', stopOn: 'quality' },
  { strategy: 'sequential' },
].map((settings) => StrategySettings.parse(settings))

/** Five members that answer at random, at random speed, and sometimes not at all. */
function recordingOf(seed: number) {
  const random = seededRandom(seed)
  return new Map(
    [1, 2, 3, 4, 5].map((n) => [
      `vendor-${n}/model-${n}`,
      {
        text: random() < 0.1 ? null : `Answer: ${Math.floor(random() * 3)}`,
        costMicros: Math.floor(random() * 900),
        latencyMs: Math.floor(random() * 2_000),
      },
    ]),
  )
}

async function replay(seed: number) {
  const recording = recordingOf(seed)
  const core = new RecordedCore([runnable(advanced)], (question, model) => {
    const found = recording.get(model)
    const [ref] = strategyInput(STRATEGIES[0] ?? { strategy: 'expert' }, 5).members.flatMap((member) =>
      member.model === model ? [member.model] : [],
    )
    return found && ref ? { ...found, question, model: ref } : undefined
  })
  const settings = STRATEGIES[seed % STRATEGIES.length] ?? { strategy: 'expert' }
  const { decisions, outcome, costMicros, startedAt, endedAt } = await core.run('advanced', strategyInput(settings, 5), {
    title: 'Replay',
    speakers: [],
  })
  return { decisions, outcome, costMicros, took: (endedAt ?? 0) - startedAt }
}

describe('F5 replay of recorded runs', () => {
  test('a hundred of them make the same decisions, at the same times, to the same end', async () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const [first, second] = [await replay(seed), await replay(seed)]
      expect(JSON.stringify(second)).toBe(JSON.stringify(first))
      expect(first.decisions.length).toBeGreaterThan(0)
    }
  })

  test('takes the recorded time without waiting for it', async () => {
    const begun = performance.now()
    const took = await Promise.all([1, 6, 11].map(async (seed) => (await replay(seed)).took))
    expect(Math.max(...took)).toBeGreaterThan(500)
    expect(performance.now() - begun).toBeLessThan(500)
  })
})
