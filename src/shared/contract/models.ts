import { z } from 'zod'
import { ModelRef } from '../ids.ts'
import { ModelInfo, Price } from '../model.ts'
import { base } from './base.ts'

/** Models and their prices. */
export const modelsContract = {
  setEnabled: base.input(z.object({ refs: z.array(ModelRef).min(1), enabled: z.boolean() })),
  /** Adds a model that the vendor's list does not name. */
  add: base.input(z.object({ ref: ModelRef })).output(ModelInfo),
  /** The user's own price; null goes back to the list's. */
  setPrice: base.input(z.object({ ref: ModelRef, price: Price.omit({ source: true }).nullable() })).output(ModelInfo),
}
