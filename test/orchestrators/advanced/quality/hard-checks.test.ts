import { describe, expect, it } from 'vitest'
import { hardChecks } from '../../../../src/main/orchestrators/advanced/quality/hard-checks.ts'

const check = (text: string, question = 'Why is the sky blue?') => hardChecks(question, { text, stop: 'end' })

describe('B2 hard checks', () => {
  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['I’m sorry, but I can’t help with that.', 'refusal'],
    ['As an AI language model, I cannot give medical advice.', 'refusal'],
    ['Es tut mir leid, aber ich kann dabei nicht helfen.', 'refusal'],
    ['Lo siento, pero no puedo ayudar con eso.', 'refusal'],
    ['I don’t know.', 'no-answer-given'],
    ['It depends on what you mean.', 'no-answer-given'],
  ])('%j is %s', (text, flaw) => {
    expect(check(text).flaws).toEqual([flaw])
    expect(check(text).score).toBeLessThan(0.5)
  })

  it.each(['Light scatters.', 'I cannot stress enough how short the waves are. '.repeat(20), '42', 'Sorry is the hardest word.', 'No.'])(
    'finds nothing against %j',
    (text) => {
      expect(check(text)).toMatchObject({ score: 1, method: 'hard-checks', flaws: [] })
    },
  )

  it('marks an answer that was cut or declined by the vendor', () => {
    expect(hardChecks('', { text: 'Light scat', stop: 'length' })).toMatchObject({
      flaws: ['truncated'],
      evidence: ['The answer was cut at the output limit.'],
    })
    expect(hardChecks('', { text: '', stop: 'refusal' })).toMatchObject({ flaws: ['empty', 'refusal'], score: 0 })
  })

  it('wants JSON where JSON was asked for, bare or fenced', () => {
    const question = 'List the colours as JSON.'
    expect(check('{"colours": ["red"', question).flaws).toEqual(['broken-json'])
    expect(check('["red"]', question).flaws).toEqual([])
    expect(check('Here:\n```json\n["red"]\n```', question).flaws).toEqual([])
    expect(check('JSON is a text format.', 'What is JSON?').flaws).toEqual([])
  })
})
