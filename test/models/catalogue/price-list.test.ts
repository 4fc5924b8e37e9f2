import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadPriceList, PRICE_LIST_DATE } from '../../../src/main/models/catalogue/price-list.ts'

const at = Date.UTC(2026, 10, 20)
const prices = await loadPriceList()
const look = (priceList: string, model: string) => prices.look({ priceList, baseUrl: null }, model, at)?.price ?? null

describe('dated prices from the list', () => {
  test('a model has its prices a million tokens, and their day', () => {
    expect(look('openai', 'gpt-5')).toEqual({
      inputPerMillion: 1.25,
      outputPerMillion: 10,
      cacheReadPerMillion: 0.125,
      since: PRICE_LIST_DATE,
      source: 'list',
    })
  })

  test('dearer long inputs and searches by the call are kept', () => {
    expect(look('google', 'gemini-2.5-pro')).toMatchObject({ longInput: { above: 200_000, inputTimes: 2, outputTimes: 1.5 } })
    expect(look('perplexity', 'sonar-pro')).toMatchObject({ perThousandCalls: 14 })
  })

  test('where the hour matters, the dearer price counts', () => {
    expect(look('deepseek', 'deepseek-chat')?.inputPerMillion).toBe(0.27)
  })

  test('an unknown model has no price rather than a free one', () => {
    expect(look('openai', 'gpt-99-imaginary')).toBeNull()
    expect(prices.look({ priceList: null, baseUrl: 'http://192.168.0.7:8000/v1' }, 'gpt-5', at)).toBeNull()
  })

  test('an endpoint without an entry of ours is looked up by its address', () => {
    expect(prices.look({ priceList: null, baseUrl: 'https://api.deepseek.com/v1' }, 'deepseek-chat', at)).not.toBeNull()
  })

  test('the date belongs to the version that is installed', async () => {
    const file = await readFile(new URL('../../../package.json', import.meta.url), 'utf8')
    const { dependencies } = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(file))
    expect([dependencies['@pydantic/genai-prices'], PRICE_LIST_DATE]).toEqual(['0.1.8', '2026-09-23'])
  })
})
