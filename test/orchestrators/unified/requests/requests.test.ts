import { describe, expect, it, test } from 'vitest'
import { analyse } from '../../../../src/main/orchestrators/unified/analyse/analyse.ts'
import { choose } from '../../../../src/main/orchestrators/unified/select/choose.ts'
import { autoDecision } from '../../../../src/main/orchestrators/unified/words.ts'
import type { Pattern } from '../../../../src/shared/auto.ts'
import { inEnglish } from '../../../../src/shared/sentences/told.ts'
import { StrategyDefaults } from '../../../../src/shared/settings.ts'
import { MARKET } from '../support/market.ts'
import { type LabelledRequest, labelledRequests } from './labelled-requests.ts'

const REQUESTS = labelledRequests('requests.jsonl')
const SEED = 4

/** The orchestrators that labels name, as they register themselves. */
const good = (id: string, ...patterns: Pattern[]) => ({ id, goodFor: { patterns, tools: true } })
const ORCHESTRATORS = [
  good('advanced'),
  good('pipeline', 'steps'),
  good('collaborative', 'roles'),
  good('patterns', 'wide-research'),
  good('project', 'long-lived'),
]

function answered({ text }: LabelledRequest) {
  const analysis = analyse(text)
  const choice = choose({
    analysis,
    candidates: MARKET,
    attachments: [],
    dial: 0.5,
    leftMicros: 250_000,
    allowNoPrice: false,
    options: { rules: [], off: [] },
    strategies: StrategyDefaults.parse({}),
    orchestrators: ORCHESTRATORS,
  })
  if (choice === null) throw new Error('Nobody was chosen.')
  return {
    labels: {
      orchestrator: choice.orchestrator,
      strategy: choice.strategy,
      taskType: analysis.taskType,
      needsTools: analysis.needsTools.value,
    },
    choice,
    reason: inEnglish(autoDecision(choice, analysis).reason),
  }
}

const LABELS = ['orchestrator', 'strategy', 'taskType', 'needsTools'] as const

/** The share of requests that are answered as labelled, by label. */
function accuracy(requests: readonly LabelledRequest[]) {
  const given = requests.map((request) => ({ request, labels: answered(request).labels }))
  const share = (label: (typeof LABELS)[number]) =>
    given.filter(({ request, labels }) => labels[label] === request[label]).length / given.length
  return Object.fromEntries(LABELS.map((label) => [label, share(label)]))
}

describe('B8 labelled requests in three languages', () => {
  test('are split as their first line says', () => {
    let state = SEED
    const random = () => {
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296
    }
    const order = REQUESTS.map(({ id }) => id)
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1))
      const [a, b] = [order[i], order[j]]
      if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a]
    }
    const tuned = REQUESTS.filter(({ half }) => half === 'tune').map(({ id }) => id)
    expect(tuned.toSorted()).toEqual(order.slice(0, 100).toSorted())
  })

  test.each(['tune', 'held'] as const)('the half “%s” is answered as a sensible user wants, at least 90 percent for each label', (half) => {
    const found = accuracy(REQUESTS.filter((request) => request.half === half))
    console.info(`${half}: ${LABELS.map((label) => `${label} ${((found[label] ?? 0) * 100).toFixed(0)} %`).join(', ')}`)
    for (const label of LABELS) expect(found[label], label).toBeGreaterThanOrEqual(0.9)
  })

  test.each(['late.jsonl', 'last.jsonl'] as const)('%s, written in other styles, stays as well understood as it has been', (file) => {
    const found = accuracy(labelledRequests(file))
    for (const label of LABELS) expect(found[label], label).toBeGreaterThanOrEqual(0.9)
  })

  test.each([
    { file: 'check.jsonl', strategy: 0.93, taskType: 0.94, orchestrator: 0.98, needsTools: 0.97 },
    { file: 'fresh.jsonl', strategy: 0.9, taskType: 0.9, orchestrator: 0.98, needsTools: 0.98 },
    { file: 'second.jsonl', strategy: 0.92, taskType: 0.94, orchestrator: 0.99, needsTools: 0.96 },
  ] as const)('$file, which it has never seen, is understood no worse than when it was last counted', ({ file, ...least }) => {
    const found = accuracy(labelledRequests(file))
    for (const label of LABELS) expect(found[label], label).toBeGreaterThanOrEqual(least[label])
  })

  it('says for each why, in one sentence with its words', () => {
    for (const request of REQUESTS) {
      expect(answered(request).reason, request.id).toMatch(/^Auto chose .+ because .+\./)
    }
  })

  it('keeps every plan within the budget', () => {
    for (const request of REQUESTS) expect(answered(request).choice.option.atMostMicros, request.id).toBeLessThanOrEqual(250_000)
  })
})
