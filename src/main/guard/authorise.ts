import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../kernel/clock.ts'

/** A one-time code opens a page within this time, in ms. */
const CODE_LIFE_MS = 60_000
/** The oldest token goes when a page more than this is let in. */
const MAX_TOKENS = 64

export interface AuthorisationRequest {
  readonly transport: 'web' | 'socket' | 'electron'
  readonly presentedToken?: string | undefined
  readonly expectedToken?: string | undefined
}

/**
 * Whether a caller may use the router; the one place that decides, for every route of every transport.
 *
 * - web: any program and any page of this machine can reach a loopback port, so each call presents a token.
 * - socket: the operating system lets in the data folder's owner alone; the folder and the socket are owner-only.
 * - electron: a message port that the main process itself handed to its own window.
 */
export function authorise({ transport, presentedToken, expectedToken }: AuthorisationRequest): boolean {
  switch (transport) {
    case 'web':
      return (
        presentedToken !== undefined && expectedToken !== undefined && expectedToken !== '' && sameSecret(presentedToken, expectedToken)
      )
    case 'socket':
    case 'electron':
      return true
    default:
      return false
  }
}

/** Constant time for any lengths: it compares hashes. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

/** Lets pages in: a one-time code becomes a token, which lives as long as the process. Codes and tokens have 256 bits. */
export interface Gate {
  issueCode(): string
  /** A token for a code that was never used and is younger than 60 s; else null. The code is used up either way. */
  redeem(code: string): string | null
  accepts(token: string): boolean
}

export function createGate(clock: Pick<Clock, 'now'>): Gate {
  /** Hash of a code → epoch ms when it ends. A look-up by hash tells a guesser nothing about the code. */
  const codes = new Map<string, number>()
  let tokens: readonly string[] = []
  return {
    issueCode: () => {
      for (const [code, end] of codes) if (end <= clock.now()) codes.delete(code)
      const code = secret()
      codes.set(digest(code).toString('hex'), clock.now() + CODE_LIFE_MS)
      return code
    },
    redeem: (code) => {
      const key = digest(code).toString('hex')
      const end = codes.get(key)
      codes.delete(key)
      if (end === undefined || end <= clock.now()) return null
      const token = secret()
      tokens = [...tokens, token].slice(-MAX_TOKENS)
      return token
    },
    accepts: (presentedToken) =>
      tokens.reduce((found, expectedToken) => authorise({ transport: 'web', presentedToken, expectedToken }) || found, false),
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
