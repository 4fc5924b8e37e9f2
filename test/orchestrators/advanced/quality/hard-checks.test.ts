import { describe, expect, it } from 'vitest'
import { hardChecks } from '../../../../src/main/orchestrators/advanced/quality/hard-checks.ts'
import { say } from '../../../../src/shared/sentence.ts'

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
      expect(check(text)).toMatchObject({ score: 1, flaws: [] })
    },
  )

  it('marks an answer that was cut or declined by the vendor', () => {
    expect(hardChecks('', { text: 'Light scat', stop: 'length' })).toMatchObject({
      flaws: ['truncated'],
      evidence: [say('check.cut')],
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

  it('finds marks of sources that did not come with the answer, and leaves code and plain brackets alone', () => {
    const citations = [{ url: 'https://example.org/a' }, { url: 'https://example.org/b' }]
    const check = (text: string, sources = citations) => hardChecks('Why?', { text, stop: 'end', citations: sources }).flaws
    expect(check('It is blue [1], as others say [2][5].')).toEqual(['unresolved-citation'])
    expect(check('It is blue [1] and `x[7]` is code.')).toEqual([])
    expect(check('Take [7] of the list.', [])).toEqual([])
  })

  it('finds an answer that goes round in circles', () => {
    const text = `Let us see.\n${'The next number of the series is computed as before.\n'.repeat(12)}`
    expect(hardChecks('Which number?', { text, stop: 'end' })).toMatchObject({ flaws: ['repeats-itself'], score: 0.3 })
  })
})
