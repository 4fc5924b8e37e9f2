import { z } from 'zod'

/** Money is an integer number of micro-dollars ($0.000001) everywhere; a fraction of one is rounded up. */
export const Micros = z.number().int().nonnegative()
export type Micros = z.infer<typeof Micros>

export const MICROS_PER_DOLLAR = 1_000_000

export function dollarsToMicros(dollars: number): Micros {
  return Math.round(dollars * MICROS_PER_DOLLAR)
}
