import { describe, expect, test } from 'vitest'
import { aboutTokens, atMostTokens, estimateUsage } from '../../../src/main/models/catalogue/estimate-tokens.ts'
import { quote } from '../../../src/main/models/catalogue/quote.ts'
import { ModelRef } from '../../../src/shared/ids.ts'
import type { Part } from '../../../src/shared/model.ts'
import { attach, question } from '../ask-vendor.ts'

const asking = (parts: Part[]) => question({ turns: [{ role: 'user', parts }] })
const file = (mediaType: string, bytes: number): Part => ({
  type: 'attachment',
  attachment: { id: 'a'.repeat(64), name: 'file', mediaType, bytes },
})

describe('how many tokens a request has', () => {
  test('four bytes of text a token usually, two at most', () => {
    const request = question({}, 'x'.repeat(4000))
    expect(aboutTokens(request)).toBeGreaterThanOrEqual(1000)
    expect(aboutTokens(request)).toBeLessThan(1100)
    expect(atMostTokens(request)).toBeGreaterThanOrEqual(2000)
  })

  test('text beyond ASCII may take a token a byte', () => {
    expect(atMostTokens(question({}, '漢'.repeat(1000)))).toBeGreaterThanOrEqual(3000)
    expect(atMostTokens(question({}, '🫠'.repeat(100)))).toBeGreaterThanOrEqual(400)
  })

  test('a model that counts pictures many times has them reserved so', () => {
    const turns = [{ role: 'user' as const, parts: [file('image/png', 50)] }]
    expect(atMostTokens(question({ turns, model: ModelRef.parse('openai/gpt-4o-mini') }))).toBeGreaterThan(48_000)
  })

  test('system prompt, tools, pictures, PDFs and text files are counted', () => {
    const plain = atMostTokens(asking([]))
    expect(atMostTokens(question({ turns: [], system: 'x'.repeat(100) }))).toBeGreaterThan(atMostTokens(question({ turns: [] })) + 49)
    expect(atMostTokens(asking([file('image/png', 50)]))).toBeGreaterThanOrEqual(plain + 7000)
    expect(atMostTokens(asking([file('application/pdf', 10_000)]))).toBeGreaterThanOrEqual(plain + 15_000)
    expect(atMostTokens(asking([attach('a.txt', 'text/plain', 'x'.repeat(500))]))).toBeGreaterThanOrEqual(plain + 250)
    const tool = { name: 'look', description: 'x'.repeat(200), inputSchema: {} }
    expect(atMostTokens(question({ turns: [], tools: [tool] }))).toBeGreaterThan(600)
  })

  test('where a vendor is silent, usage is counted from what arrived and marked so', () => {
    const usage = estimateUsage(question({}, 'x'.repeat(400)), 'y'.repeat(40), 'z'.repeat(20))
    expect(usage).toMatchObject({ output: 10, reasoning: 5, estimated: true })
    expect(usage.input).toBeGreaterThanOrEqual(100)
  })

  test('the reservation holds the whole output limit', () => {
    const price = { inputPerMillion: 0, outputPerMillion: 10, source: 'user' as const }
    const { atMostMicros, aboutMicros, soFarMicros } = quote(price, question({ maxOutputTokens: 2000 }))
    expect(atMostMicros).toBe(20_000)
    expect(aboutMicros).toBe(5000)
    expect(soFarMicros(400)).toBe(1000)
  })
})
