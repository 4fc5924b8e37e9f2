import { oc } from '@orpc/contract'
import { z } from 'zod'

/** What every procedure stands on: a failure arrives as an oRPC error with code `TUTTI` whose data is an `ErrorInfo`. */
export const base = oc.errors({ TUTTI: { data: z.object({ code: z.string() }).loose() } })
