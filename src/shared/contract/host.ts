import { z } from 'zod'
import { base } from './base.ts'

/** What only processes of the same user reach, over the data folder's socket. */
export const hostContract = {
  /** An address with a fresh one-time code for a page; starts the loopback host where none listens. */
  open: base.input(z.object({ port: z.number().int().min(0).max(65_535).optional() })).output(z.object({ url: z.string() })),
  about: base.output(z.object({ pid: z.number().int(), version: z.string(), home: z.string() })),
}
