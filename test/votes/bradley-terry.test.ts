import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bradleyTerry } from '../../src/main/votes/bradley-terry.ts'
import { ModelRef } from '../../src/shared/ids.ts'

type Game = Parameters<typeof bradleyTerry>[1][number]
const MODELS = ['x/a', 'x/b', 'x/c'] as const

const games = (first: string, second: string, won: number, lost: number): Game[] =>
  [...Array.from({ length: won }, () => 'first' as const), ...Array.from({ length: lost }, () => 'second' as const)].map((winner) => ({
    first: ref(first),
    second: ref(second),
    winner,
  }))
const ref = (model: string): Game['first'] => ModelRef.parse(model)

describe('ratings from paired votes', () => {
  test('many votes come to the known answer: three wins in four are 191 points apart', () => {
    const [a, b] = bradleyTerry(['x/a', 'x/b'], games('x/a', 'x/b', 3000, 1000))
    expect((a?.rating ?? 0) - (b?.rating ?? 0)).toBeCloseTo(400 * Math.log10(3), 0)
    expect((a?.rating ?? 0) + (b?.rating ?? 0)).toBeCloseTo(2000, 6)
  })

  test('without votes all are equal, and nothing is known', () => {
    for (const { rating, error } of bradleyTerry(MODELS, []))
      expect([rating, Math.round(error)]).toEqual([1000, Math.round(350 * Math.sqrt(2 / 3))])
  })

  test('who won everything has a finite rating, and more votes make the interval narrower', () => {
    const few = bradleyTerry(['x/a', 'x/b'], games('x/a', 'x/b', 3, 0))
    const many = bradleyTerry(['x/a', 'x/b'], games('x/a', 'x/b', 30, 0))
    expect(few[0]?.rating).toBeGreaterThan(1000)
    expect(many[0]?.rating).toBeLessThan(2500)
    const even = [4, 40].map((count) => bradleyTerry(['x/a', 'x/b'], games('x/a', 'x/b', count, count))[0]?.error ?? 0)
    expect(even[1]).toBeLessThan((even[0] ?? 0) * 0.8)
  })

  test('strength goes over: who beats the one that beats another stands above it without having met it', () => {
    const [a, b, c] = bradleyTerry(MODELS, [...games('x/a', 'x/b', 8, 2), ...games('x/b', 'x/c', 8, 2)])
    expect(a?.rating).toBeGreaterThan(b?.rating ?? 0)
    expect(b?.rating).toBeGreaterThan(c?.rating ?? 0)
  })

  test('any votes: finite figures, the same in any order, and swapping sides changes nothing', () => {
    const game = fc.record({
      first: fc.constantFrom(...MODELS).map(ref),
      second: fc.constantFrom(...MODELS).map(ref),
      winner: fc.constantFrom('first', 'second', 'tie'),
    })
    fc.assert(
      fc.property(fc.array(game, { maxLength: 60 }), (votes) => {
        const ratings = bradleyTerry(MODELS, votes)
        const swapped = votes.toReversed().map(({ first, second, winner }): Game => {
          return { first: second, second: first, winner: winner === 'tie' ? 'tie' : winner === 'first' ? 'second' : 'first' }
        })
        for (const [index, other] of bradleyTerry(MODELS, swapped).entries()) {
          expect(ratings[index]?.rating).toBeCloseTo(other.rating, 3)
          expect(Number.isFinite(other.rating) && other.error > 0 && other.error <= 351).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
