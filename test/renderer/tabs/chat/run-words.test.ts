import { describe, expect, it } from 'vitest'
import { groupConversations } from '../../../../src/renderer/tabs/chat/list/group-conversations.ts'
import { memberState, members, progressOf } from '../../../../src/renderer/tabs/chat/members/member-state.ts'
import { firstSentence, plainLine, reasonSentence } from '../../../../src/renderer/tabs/chat/members/plain-line.ts'
import { memberCost, memberTokens, retryCost, runCost, runTokens } from '../../../../src/renderer/tabs/chat/members/run-figures.ts'
import { announcements } from '../../../../src/renderer/tabs/chat/turns/announcer.tsx'
import { lanesOf, spanOf, ticksOf } from '../../../../src/renderer/tabs/chat/why/run-lanes.ts'
import { ConversationSummary } from '../../../../src/shared/conversation.ts'
import { ModelInfo } from '../../../../src/shared/model.ts'
import { agreedRun, NOW, run, speaker } from '../../support/snapshots.ts'

describe('B1 who agrees and who does not', () => {
  it('is told of each member once the vote is decided', () => {
    const decided = agreedRun()
    expect(members(decided).map((member) => memberState(member, decided.outcome))).toEqual(['dissents', 'agrees', 'agrees', 'not-needed'])
  })

  it('is not told before', () => {
    expect(memberState(speaker(1, 'done'), null)).toBe('done')
  })

  it('counts only members that were needed', () => {
    expect(progressOf(run([speaker(1, 'done'), speaker(2, 'streaming'), speaker(3, 'not-needed')]))).toEqual({ done: 1, of: 2 })
  })
})

describe('every figure can be checked', () => {
  it('sums tokens and cost of the members', () => {
    expect(runTokens(agreedRun())).toBe(360)
    expect(runCost(agreedRun())).toBe('$0.0051')
  })

  it('says "No price", never $0, for a model without one', () => {
    const done = speaker(1, 'done')
    const free = run([{ ...done, result: done.result && { ...done.result, costMicros: null } }])
    expect(runCost(free)).toBe('No price')
    expect(runCost({ ...free, speakers: [...free.speakers, speaker(2, 'done')], costMicros: 1_700 })).toBe(
      '$0.0017 and 1\u00a0member without a price',
    )
  })

  it('marks what is unfinished as an estimate', () => {
    const streaming = speaker(1, 'streaming', { text: 'x'.repeat(400) })
    expect(memberTokens(streaming)).toEqual({ value: 100, estimated: true })
    expect(memberCost(streaming, undefined, 0)).toBeNull()
    expect(memberTokens(speaker(1, 'done'))).toEqual({ value: 120, estimated: false })
  })
})

describe('B14 the score', () => {
  it('has one lane a member: waits, answers, ends', () => {
    const [lane] = lanesOf(agreedRun(), NOW + 9_000)
    expect(lane).toMatchObject({ askedAt: 0, playFrom: 500, end: 2_000, failed: false, status: 'Dissents, 2.0\u00a0s' })
    expect(lanesOf(agreedRun(), NOW)[3]).toMatchObject({ askedAt: null, off: true })
  })

  it('keeps its axis while the run goes on, so that nothing jumps', () => {
    const live = run([speaker(1, 'asked')])
    expect(spanOf(live, NOW + 100)).toBe(spanOf(live, NOW + 3_000))
    expect(spanOf(live, NOW + 60_000)).toBeGreaterThan(60_000)
  })

  it('has two to five round ticks from zero on', () => {
    for (const span of [900, 4_000, 7_035, 25_000, 61_000, 400_000]) {
      const ticks = ticksOf(span)
      expect(ticks.length).toBeGreaterThanOrEqual(2)
      expect(ticks.length).toBeLessThanOrEqual(5)
      expect(ticks[0]?.label).toBe('0')
    }
  })
})

describe('a screen reader hears changes, never tokens', () => {
  it('hears who is done and the answer once', () => {
    const before = run([speaker(1, 'done'), speaker(2, 'streaming')])
    const after = run([speaker(1, 'done'), speaker(2, 'done')])
    expect(announcements(before, after)).toEqual(['Model 2 done, 2 of 2'])
    expect(announcements(after, after)).toEqual([])
    const decided = agreedRun()
    expect(announcements({ ...decided, state: 'running' }, decided)).toEqual(['Agreed answer: It arrives at 17:25.'])
  })
})

describe('short forms of a text', () => {
  it('leave out the signs of Markdown', () => {
    expect(plainLine('## **31** December\n\n- [a](https://x.example) `b`', 80)).toBe('31 December a b')
    expect(plainLine('abcdefgh', 5)).toBe('abcd…')
  })

  it('end at the end of the first sentence', () => {
    expect(firstSentence('It costs $3.50 today. More tomorrow.')).toBe('It costs $3.50 today.')
    expect(firstSentence('no full stop')).toBe('no full stop')
    const text = '**30 September.**\n\nJuly to September are three months. So it ends then.\n\nAnswer: 30 September'
    expect(reasonSentence(text, '30 September')).toBe('July to September are three months.')
    expect(reasonSentence('The time is **16:25**.\n\nAnswer: 16:25', '16:25')).toBe('The time is 16:25.')
  })
})

describe('the list of conversations', () => {
  it('groups by day', () => {
    const noon = new Date(2026, 10, 20, 12).getTime()
    const at = (id: string, hours: number) =>
      ConversationSummary.parse({ id, title: id, createdAt: 0, updatedAt: noon - hours * 3_600_000, running: null, lastState: null })
    const groups = groupConversations([at('old', 400), at('now', 0), at('evening', 13), at('week', 90)], noon)
    expect(groups.map((group) => [group.id, group.conversations.map((known) => known.id)])).toEqual([
      ['today', ['now']],
      ['yesterday', ['evening']],
      ['thisWeek', ['week']],
      ['earlier', ['old']],
    ])
  })
})

describe('a retry has its price', () => {
  const model = (price: object | null) =>
    ModelInfo.parse({
      ref: 'paid/model-1',
      provider: 'paid',
      id: 'model-1',
      label: 'Model 1',
      capabilities: [],
      contextWindow: null,
      maxOutput: null,
      price,
      enabled: true,
      simulated: false,
      origin: 'listed',
    })
  const failed = run([speaker(1, 'failed'), speaker(2, 'done', { text: 'x'.repeat(4_000) })])

  it('expects an answer as long as those of the others', () => {
    const price = { inputPerMillion: 3, outputPerMillion: 15, source: 'list' }
    expect(retryCost(failed, model(price), 4_000)).toBe(1_000 * 3 + 1_000 * 15)
  })

  it('is not said where it is free or not known', () => {
    expect(retryCost(failed, model({ inputPerMillion: 0, outputPerMillion: 0, source: 'free' }), 4_000)).toBeNull()
    expect(retryCost(failed, model(null), 4_000)).toBeNull()
  })
})
