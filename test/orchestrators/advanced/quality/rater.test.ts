import { describe, expect, it } from 'vitest'
import { advanced } from '../../../../src/main/orchestrators/advanced/advanced.ts'
import { RUBRIC, readVerdict } from '../../../../src/main/orchestrators/advanced/quality/judge.ts'
import { TuttiError } from '../../../../src/shared/errors.ts'
import { ModelRef } from '../../../../src/shared/ids.ts'
import { NO_USAGE } from '../../../../src/shared/model.ts'
import { StrategySettings } from '../../../../src/shared/preset.ts'
import { ScriptedRun } from '../../../support/scripted-context.ts'
import { strategyInput } from '../../../support/strategy-input.ts'

const voting = StrategySettings.parse({ strategy: 'voting', earlyStop: false })
const judge = ModelRef.parse('vendor-9/judge')

function answered(text: string, model: ModelRef) {
  return {
    model,
    text,
    reasoning: '',
    toolCalls: [],
    citations: [],
    stop: 'end' as const,
    usage: NO_USAGE,
    costMicros: 1,
    vendorCostMicros: null,
    firstTokenMs: 1,
    totalMs: 1,
    attempts: 1,
    notes: [],
  }
}

/** Members say what is scripted; the judge says yes to all but the statements with these words. */
function judged(texts: Readonly<Record<string, string>>, doubts: readonly string[]) {
  return new ScriptedRun(async (request) => {
    if (request.speaker !== 'judge') return answered(texts[request.speaker] ?? '', request.model)
    const [part] = request.turns.at(-1)?.parts ?? []
    const text = part?.type === 'text' ? part.text : ''
    const lines = text.slice(text.indexOf('Statements')).split('\n').slice(1)
    return answered(
      lines.map((line, index) => `${index + 1}: ${doubts.some((doubt) => line.includes(doubt)) ? 'no' : 'yes'}`).join('\n'),
      request.model,
    )
  })
}

describe('B2 quality of every answer', () => {
  it('says with what method it was found: how many agree, for the answer and for each member', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 41' }, m3: { text: 'Answer: 42' } })
    const { quality, qualities } = await advanced.run(run.context, strategyInput(voting, 3))
    expect(quality).toMatchObject({ method: 'agreement', basedOn: 0 })
    expect(quality?.signs.map(({ method, share }) => [method, share])).toEqual([
      ['checks', undefined],
      ['agreement', { count: 2, of: 3 }],
    ])
    expect(qualities?.map(({ speaker, quality: { score } }) => [speaker, Number(score.toFixed(2))])).toEqual([
      ['m1', 0.67],
      ['m2', 0.33],
      ['m3', 0.67],
    ])
  })

  it('calls answers of one model samples, not agreement', async () => {
    const input = strategyInput(voting, 3)
    const same = { ...input, members: input.members.map((member) => ({ ...member, model: ModelRef.parse('vendor-1/model-1') })) }
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 42' }, m3: { text: 'Answer: 42' } })
    expect((await advanced.run(run.context, same)).quality?.method).toBe('samples')
  })

  it('claims no agreement among answers in free text', async () => {
    const run = new ScriptedRun({
      m1: { text: 'The sea looks blue because water absorbs red light more than blue light, and depth makes it darker still.' },
      m2: { text: 'Mostly it mirrors nothing at all; molecules of water take away the long waves and leave the short ones to us.' },
    })
    const settings = StrategySettings.parse({ strategy: 'parallel' })
    const { quality, qualities } = await advanced.run(run.context, strategyInput(settings, 2, 'Why is the sea blue?'))
    expect(quality).toBeUndefined()
    expect(qualities?.map(({ quality: each }) => each.method)).toEqual(['checks', 'checks'])
  })

  it('asks a judge of another vendor in both orders, once an answer, and shows its doubts', async () => {
    const run = judged({ m1: 'Answer: 42', m2: 'Answer: 42', m3: 'Answer: 42' }, ['contradict'])
    const { quality } = await advanced.run(run.context, strategyInput(voting, 3, 'What is 6 × 7?', { judge }))
    expect(run.asked.filter((speaker) => speaker === 'judge')).toHaveLength(2)
    expect(quality).toMatchObject({ method: 'judge' })
    const sign = quality?.signs.find(({ method }) => method === 'judge')
    expect(sign).toMatchObject({ value: 0.75, share: { count: 3, of: 4 } })
    expect(sign?.evidence.join()).toContain('contradict')
  })

  it('does not have a judge of the same vendor judge, and claims nothing where a judge does not keep to the form', async () => {
    const own = strategyInput(voting, 1, 'What is 6 × 7?', { judge: ModelRef.parse('vendor-1/other') })
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' } })
    expect((await advanced.run(run.context, own)).quality?.method).toBe('checks')
    expect(run.asked).toEqual(['m1'])
    const vague = new ScriptedRun({ m1: { text: 'Answer: 42' }, judge: { text: 'Looks good to me.' } })
    const outcome = await advanced.run(vague.context, strategyInput(voting, 1, 'What is 6 × 7?', { judge }))
    expect(outcome.quality?.method).toBe('checks')
    expect(vague.titles).toContain('No word of the judge')
    const gone = new ScriptedRun({
      m1: { text: 'Answer: 42' },
      judge: { fails: new TuttiError('budget-exceeded', 'The limit is reached.') },
    })
    expect((await advanced.run(gone.context, strategyInput(voting, 1, 'What is 6 × 7?', { judge }))).answer).toBe('42')
  })

  it('reads a verdict of every statement or none', () => {
    expect(readVerdict('1: yes\n2: no\n**3**: yes', 2)).toEqual([true, false])
    expect(readVerdict('1. yes\n2) no\n- 3: **yes**\n4: no', RUBRIC.length)).toEqual([true, false, true, false])
    expect(readVerdict('1: yes\n3: no', 3)).toBeNull()
    expect(readVerdict('Yes to everything.', 4)).toBeNull()
  })
})

describe('B2 thresholds', () => {
  it('escalate: a cascade goes on past an answer that the judge doubts', async () => {
    const settings = StrategySettings.parse({ strategy: 'cascade', stopOn: 'quality', threshold: 0.8 })
    const run = judged({ m1: 'It is 41.', m2: 'It is 42.' }, [RUBRIC[1].slice(0, 30), RUBRIC[0].slice(0, 20)])
    const outcome = await advanced.run(run.context, strategyInput(settings, 2, 'What is 6 × 7?', { judge }))
    expect(run.asked.filter((speaker) => speaker !== 'judge')).toEqual(['m1', 'm2'])
    expect(run.notes.find(({ title }) => title === 'Went past 1')?.reason).toContain('by a judge, threshold 0.80')
    expect(outcome.summary).toContain('No answer reached the quality threshold')
  })

  it('retry: asks a member again, as a sample of its own, before it goes on to the next', async () => {
    const settings = StrategySettings.parse({ strategy: 'sequential', retries: 1 })
    let tries = 0
    const run = new ScriptedRun(async (request) => {
      tries += 1
      return answered(tries === 1 ? 'I don’t know.' : 'It is 42.', request.model)
    })
    const outcome = await advanced.run(run.context, strategyInput(settings, 2))
    expect(run.calls.map(({ speaker, sample }) => [speaker, sample])).toEqual([
      ['m1', 0],
      ['m1', 100],
    ])
    expect(outcome).toMatchObject({ by: 'm1', answer: 'It is 42.' })
    expect(run.titles).toContain('Asked 1 again')
  })

  it('reject: an answer below the threshold is not merged, and the log says why', async () => {
    const settings = StrategySettings.parse({ strategy: 'parallel', merge: 'model', threshold: 0.5 })
    const run = new ScriptedRun({
      m1: { text: 'It is 42.' },
      m2: { text: 'I’m sorry, but I can’t help with that.' },
      m3: { text: 'Forty-two it is.' },
      merge: { text: 'It is 42.' },
    })
    const outcome = await advanced.run(run.context, strategyInput(settings, 3))
    const merge = run.calls.find(({ speaker }) => speaker === 'merge')
    expect(JSON.stringify(merge?.turns)).not.toContain('can’t help')
    expect(run.notes.find(({ title }) => title === 'Left out 2')?.reason).toContain('at least 0.50 is asked for')
    expect(outcome.kind).toBe('merged')
  })

  it('merge all the same where nothing would be left', async () => {
    const settings = StrategySettings.parse({ strategy: 'parallel', merge: 'model', threshold: 1 })
    const run = new ScriptedRun({ m1: { text: 'I don’t know.' }, m2: { text: 'No idea.' }, merge: { text: 'Nobody knows.' } })
    expect((await advanced.run(run.context, strategyInput(settings, 2))).kind).toBe('merged')
  })
})
