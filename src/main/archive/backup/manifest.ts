import { z } from 'zod'

export const MANIFEST = 'manifest.json'
export const DATABASE = 'tutti.db'
export const ATTACHMENTS = 'attachments'

/** What a backup says of itself; it lies at the end of the zip file, so that one that was cut has none. */
export const Manifest = z.object({
  kind: z.literal('tutti-backup'),
  format: z.literal(1),
  /** Epoch ms. */
  madeAt: z.number(),
  appVersion: z.string(),
  /** The database's own format. */
  schema: z.number().int(),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

export const MOST_MANIFEST_BYTES = 64 * 1024 * 1024
