import { describe, expect, test } from 'vitest'
import { equivalents } from '../../../src/main/models/catalogue/equivalents.ts'
import { modelRef, ProviderId } from '../../../src/shared/ids.ts'
import type { ModelInfo } from '../../../src/shared/model.ts'
import { question } from '../ask-vendor.ts'

function model(provider: string, id: string, input: number | null, output: number, change: Partial<ModelInfo> = {}): ModelInfo {
  const of = ProviderId.parse(provider)
  return {
    ...{ ref: modelRef(of, id), provider: of, id, label: id, contextWindow: null, maxOutput: null, enabled: true, simulated: false },
    capabilities: ['text', 'reasoning', 'tools', 'images'],
    price: input === null ? null : { inputPerMillion: input, outputPerMillion: output, source: 'list' },
    origin: 'listed',
    ...change,
  }
}

const ASKED = model('openai', 'gpt-5', 1.25, 10)
const refs = (among: readonly ModelInfo[], asked = ASKED, request = question({})) =>
  equivalents(asked, request, among).map(({ ref }) => String(ref))

describe('models that may stand in', () => {
  test('are of another vendor and of the same price class, the nearest first', () => {
    const near = model('anthropic', 'sonnet', 3, 15)
    const nearest = model('google', 'pro', 1.25, 10)
    const others = [model('openai', 'gpt-5.1', 1.25, 10), model('google', 'flash', 0.3, 2.5), model('anthropic', 'opus', 15, 75)]
    expect(refs([...others, near, nearest])).toEqual(['google/pro', 'anthropic/sonnet'])
  })

  test('are of the same kind: reasoning for reasoning, sources for sources', () => {
    const plain = model('google', 'plain', 1.25, 10, { capabilities: ['text', 'tools', 'images'] })
    const searching = model('perplexity', 'sonar', 1.25, 10, { capabilities: ['text', 'reasoning', 'images', 'citations'] })
    expect(refs([plain, searching])).toEqual([])
    expect(refs([ASKED, plain], { ...searching, capabilities: ['text', 'citations'] })).toEqual([])
  })

  test('can do what the request needs', () => {
    const blind = model('google', 'blind', 1.25, 10, { capabilities: ['text', 'reasoning'] })
    const image = { id: 'a'.repeat(64), name: 'a.png', mediaType: 'image/png', bytes: 1 }
    const looks = question({ turns: [{ role: 'user', parts: [{ type: 'attachment', attachment: image }] }] })
    const acts = question({ tools: [{ name: 'search', description: '', inputSchema: {} }] })
    expect(refs([blind])).toEqual(['google/blind'])
    expect(refs([blind], ASKED, looks)).toEqual([])
    expect(refs([blind], ASKED, acts)).toEqual([])
  })

  test('have room for it', () => {
    const small = model('google', 'small', 1.25, 10, { contextWindow: 1000 })
    expect(refs([small], ASKED, question({ maxOutputTokens: 2000 }))).toEqual([])
    expect(refs([small], ASKED, question({ maxOutputTokens: 200 }))).toEqual(['google/small'])
  })

  test('are free where the asked one is, and never of unknown price', () => {
    const free = model('ollama', 'llama', 0, 0)
    expect(refs([free, model('google', 'none', null, 0)])).toEqual([])
    expect(refs([ASKED, model('lmstudio', 'llama', 0, 0)], free)).toEqual(['lmstudio/llama'])
    expect(refs([ASKED], model('groq', 'none', null, 0))).toEqual([])
  })

  test('are never the simulated ensemble', () => {
    expect(refs([model('demo', 'solo', 1.25, 10, { simulated: true })])).toEqual([])
  })
})
