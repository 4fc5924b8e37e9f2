import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { authorise, createGate } from '../../src/main/guard/authorise.ts'
import { passBookIn } from '../../src/main/guard/pass-book.ts'

function gateAt(start = 1000) {
  let now = start
  return { gate: createGate({ now: () => now }), pass: (ms: number) => (now += ms) }
}

describe('F6 who may call', () => {
  test('a page needs the token that it was given; the socket and the window are let in by the system', () => {
    expect(authorise({ transport: 'web', presentedToken: 'right', expectedToken: 'right' })).toBe(true)
    expect(authorise({ transport: 'web', presentedToken: 'wrong', expectedToken: 'right' })).toBe(false)
    expect(authorise({ transport: 'web', presentedToken: 'right and more', expectedToken: 'right' })).toBe(false)
    expect(authorise({ transport: 'web', expectedToken: 'right' })).toBe(false)
    expect(authorise({ transport: 'web', presentedToken: '', expectedToken: '' })).toBe(false)
    expect(authorise({ transport: 'web' })).toBe(false)
    expect(authorise({ transport: 'socket' })).toBe(true)
    expect(authorise({ transport: 'electron' })).toBe(true)
  })
})

describe('F6 one-time codes', () => {
  test('become a token once', () => {
    const { gate } = gateAt()
    const code = gate.issueCode()
    const token = gate.redeem(code)
    expect(token === null ? false : gate.accepts(token)).toBe(true)
    expect(gate.redeem(code)).toBeNull()
    expect(gate.accepts(code)).toBe(false)
  })

  test('end after 60 s; tokens do not', () => {
    const { gate, pass } = gateAt()
    const late = gate.issueCode()
    const token = gate.redeem(gate.issueCode()) ?? ''
    pass(59_999)
    const inTime = gate.redeem(late)
    expect(inTime).not.toBeNull()
    const tooLate = gate.issueCode()
    pass(60_000)
    expect(gate.redeem(tooLate)).toBeNull()
    pass(86_400_000)
    expect(gate.accepts(token)).toBe(true)
  })

  test('have 256 bits, differ, and a guess is refused', () => {
    const { gate } = gateAt()
    const codes = Array.from({ length: 50 }, () => gate.issueCode())
    expect(new Set(codes).size).toBe(50)
    for (const code of codes) expect(Buffer.from(code, 'base64url')).toHaveLength(32)
    expect(gate.redeem('')).toBeNull()
    expect(gate.redeem('guess')).toBeNull()
    expect(gate.accepts('')).toBe(false)
    expect(gate.redeem(codes[0] ?? '')).not.toBeNull()
  })

  test('of one gate open no other', () => {
    const token = gateAt().gate.redeem(gateAt().gate.issueCode())
    expect(token).toBeNull()
  })
})

describe('F6 a page stays let in over a restart', () => {
  const bookOf = (home: string) => passBookIn(join(home, 'page-passes.json'))

  test('at the same port, for a day, by a file that lets nobody in', () => {
    const home = mkdtempSync(join(tmpdir(), 'tutti-passes-'))
    const first = gateAt().gate
    first.keepIn(bookOf(home), 4000)
    const token = first.redeem(first.issueCode()) ?? ''
    expect(readFileSync(join(home, 'page-passes.json'), 'utf8')).not.toContain(token)
    expect(statSync(join(home, 'page-passes.json')).mode & 0o077).toBe(0)
    expect(bookOf(home).lastPort).toBe(4000)

    const again = gateAt(2000).gate
    expect(again.accepts(token)).toBe(false)
    again.keepIn(bookOf(home), 4000)
    expect(again.accepts(token)).toBe(true)
    expect(again.accepts(createHash('sha256').update(token).digest('hex'))).toBe(false)

    const elsewhere = gateAt(3000).gate
    elsewhere.keepIn(bookOf(home), 4001)
    expect(elsewhere.accepts(token)).toBe(false)
    rmSync(home, { recursive: true })
  })

  test('not after a day, and not by a damaged file', () => {
    const home = mkdtempSync(join(tmpdir(), 'tutti-passes-'))
    const first = gateAt().gate
    first.keepIn(bookOf(home), 4000)
    const token = first.redeem(first.issueCode()) ?? ''
    const late = gateAt(1000 + 86_400_000).gate
    late.keepIn(bookOf(home), 4000)
    expect(late.accepts(token)).toBe(false)
    writeFileSync(join(home, 'page-passes.json'), '{"port":')
    expect(bookOf(home).lastPort).toBeNull()
    const damaged = gateAt(2000).gate
    damaged.keepIn(bookOf(home), 4000)
    expect(damaged.accepts(token)).toBe(false)
    rmSync(home, { recursive: true })
  })
})
