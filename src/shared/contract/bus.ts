import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { TopicSummary, WireBatch } from '../bus.ts'
import { base } from './base.ts'

/** Every topic of the core as it is: `app`, `runs`, and `run/<id>` of each run while it runs. */
export const busContract = {
  topics: base.output(z.array(TopicSummary)),
  /** What came after a number (null: what comes from now on), at most 20 times a second; a gap names what is forgotten. Ends with the topic. */
  watch: base.input(z.object({ topic: z.string().max(200), after: z.number().int().nullable() })).output(eventIterator(WireBatch)),
}
