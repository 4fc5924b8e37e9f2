import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepareTurns } from '../../../src/main/models/translate/prepare-turns.ts'
import type { Part, Turn } from '../../../src/shared/model.ts'

const options = { label: 'Llama 3.1', capabilities: ['text', 'tools'] as const, attachment: async () => new Uint8Array() }
const text = (words: string): Part => ({ type: 'text', text: words })
const call = (id: string): Part => ({ type: 'tool-call', call: { id, name: 'look', arguments: '{}' } })
const result = (callId: string): Part => ({ type: 'tool-result', callId, name: 'look', content: 'seen', failed: false })

describe('A3 turns are brought into a form that every vendor takes', () => {
  test('turns of the same role become one', async () => {
    const turns: Turn[] = [
      { role: 'user', parts: [text('one')] },
      { role: 'user', parts: [text('two')] },
    ]
    expect((await prepareTurns(turns, options)).turns).toEqual([{ role: 'user', parts: [text('one'), text('two')] }])
  })

  test('a call whose result was never recorded gets one that says so', async () => {
    const turns: Turn[] = [
      { role: 'user', parts: [text('go')] },
      { role: 'assistant', parts: [call('a'), call('b')] },
      { role: 'tool', parts: [result('b')] },
      { role: 'user', parts: [text('well?')] },
    ]
    const { turns: prepared } = await prepareTurns(turns, options)
    expect(prepared[2]?.parts).toMatchObject([
      { type: 'tool-result', id: 'call00002', content: 'seen', failed: false },
      { type: 'tool-result', id: 'call00001', content: 'No result was recorded.', failed: true },
    ])
  })

  test('a result without its call is sent as text rather than lost', async () => {
    const turns: Turn[] = [{ role: 'tool', parts: [result('gone')] }]
    expect((await prepareTurns(turns, options)).turns).toEqual([{ role: 'user', parts: [text('[The tool look answered: seen]')] }])
  })

  test('what else a tool handed over, such as a picture, follows its result', async () => {
    const turns: Turn[] = [
      { role: 'user', parts: [text('go')] },
      { role: 'assistant', parts: [call('a')] },
      { role: 'tool', parts: [text('a remark'), result('a')] },
    ]
    const { turns: prepared } = await prepareTurns(turns, options)
    expect(prepared.slice(2).map(({ role }) => role)).toEqual(['tool', 'user'])
    expect(prepared[3]?.parts).toEqual([text('a remark')])
  })

  test('any history: roles alternate, the user begins, every call has its one result right behind', async () => {
    const part = fc.oneof(
      fc.string({ minLength: 1 }).map(text),
      fc.constantFrom('a', 'b', 'c').map(call),
      fc.constantFrom('a', 'b', 'c').map(result),
    )
    const turn = fc.record({ role: fc.constantFrom('user', 'assistant', 'tool'), parts: fc.array(part, { maxLength: 4 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (history) => {
        const turns = history.map(({ role, parts }): Turn => {
          const fits = (candidate: Part) => (role === 'assistant' ? candidate.type !== 'tool-result' : candidate.type !== 'tool-call')
          return { role: role === 'user' || role === 'tool' ? role : 'assistant', parts: parts.filter(fits) }
        })
        const { turns: prepared } = await prepareTurns(turns, options)
        expect(prepared[0]?.role ?? 'user').not.toBe('assistant')
        for (const [index, now] of prepared.entries()) {
          expect(now.role).not.toBe(prepared[index + 1]?.role)
          expect(now.parts.length).toBeGreaterThan(0)
          const calls = now.parts.flatMap((p) => (p.type === 'tool-call' ? [p.id] : []))
          const results = prepared[index + 1]?.parts.flatMap((p) => (p.type === 'tool-result' ? [p.id] : [])) ?? []
          expect(results.toSorted()).toEqual(calls.toSorted())
        }
      }),
    )
  })
})
