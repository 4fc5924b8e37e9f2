import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../kernel/clock.ts'
import type { Pass, PassBook } from './pass-book.ts'

/** A one-time code opens a page within this time, in ms. */
const CODE_LIFE_MS = 60_000
/** A page that was let in by an earlier process is let in again within this time, in ms. */
const PASS_LIFE_MS = 86_400_000
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

/** Lets pages in: a one-time code becomes a token, which lives as long as the process, or a day longer in a book. Both have 256 bits. */
export interface Gate {
  issueCode(): string
  /** A token for a code that was never used and is younger than 60 s; else null. The code is used up either way. */
  redeem(code: string): string | null
  accepts(token: string): boolean
  /** Lets in again, for a day, who was let in before at this port, and keeps who is let in from now on. */
  keepIn(book: PassBook, port: number): void
}

export function createGate(clock: Pick<Clock, 'now'>): Gate {
  /** Hash of a code → epoch ms when it ends. A look-up by hash tells a guesser nothing about the code. */
  const codes = new Map<string, number>()
  let passes: readonly Pass[] = []
  let keep: (() => void) | undefined
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
      passes = [...passes, { hash: digest(token).toString('hex'), at: clock.now() }].slice(-MAX_TOKENS)
      keep?.()
      return token
    },
    accepts: (token) => {
      const presentedToken = digest(token).toString('hex')
      return passes.reduce((found, { hash }) => authorise({ transport: 'web', presentedToken, expectedToken: hash }) || found, false)
    },
    keepIn: (book, port) => {
      const known = book.read(port).filter(({ at }) => at > clock.now() - PASS_LIFE_MS && at <= clock.now())
      passes = [...known, ...passes].slice(-MAX_TOKENS)
      keep = () => book.write(port, passes)
      keep()
    },
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
