import { LRUCache } from 'lru-cache'
import type { ResultCache } from '../orchestrators/pipeline/services.ts'

const MOST_RESULTS = 5_000
const MOST_BYTES = 64 * 1024 * 1024

/** Results of stages that ask to be cached, for as long as the core lives; the least used ones make room. */
export function resultCache(): ResultCache {
  const cache = new LRUCache<string, { readonly value: unknown }>({
    max: MOST_RESULTS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ value }) => JSON.stringify(value ?? null).length + 1,
  })
  return {
    get: (key) => cache.get(key)?.value,
    set: (key, value, ttlMs) => void cache.set(key, { value }, { ttl: ttlMs }),
  }
}
