import { z } from 'zod'

/** A sentence of one member: characters of its text, `to` not included. */
export const ClaimPlace = z.object({ speaker: z.string(), from: z.number().int().nonnegative(), to: z.number().int().nonnegative() })
export type ClaimPlace = z.infer<typeof ClaimPlace>

/** One thing that was said, who says it too and who says otherwise. */
export const Claim = z.object({ text: z.string(), supports: z.array(ClaimPlace).min(1), contradicts: z.array(ClaimPlace) })
export type Claim = z.infer<typeof Claim>

/** What members said in free text, taken apart. `overlap`: by the words of their sentences; `judge`: a model compared them. */
export const Claims = z.object({ method: z.enum(['overlap', 'judge']), list: z.array(Claim) })
export type Claims = z.infer<typeof Claims>
