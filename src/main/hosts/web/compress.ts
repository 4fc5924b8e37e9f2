import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { PageFile } from '../core/page-files.ts'

const pack = promisify(gzip)
const PACKS = /^(text|application)\/|^image\/svg/
/** Below this the headers weigh more than what is saved. */
const LEAST_BYTES = 1_000

/** Compresses files of the page for browsers that take it; each file once. Pages hold nothing secret, so their length tells nothing. */
export function createCompressor(): (path: string, file: PageFile, accepts: string) => Promise<Buffer | null> {
  // Of the built page alone: as many as it has files.
  const packed = new Map<string, Promise<Buffer>>()
  return async (path, { body, type, cache }, accepts) => {
    if (!/\bgzip\b/.test(accepts) || !PACKS.test(type) || body.length < LEAST_BYTES) return null
    // Only what never changes under its name can be kept.
    if (cache === 'no-store') return pack(body)
    const known = packed.get(path) ?? pack(body)
    packed.set(path, known)
    return known
  }
}
