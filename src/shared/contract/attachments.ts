import { z } from 'zod'
import { AttachmentRef } from '../model.ts'
import { base } from './base.ts'

/** Files of a question. */
export const attachmentsContract = {
  add: base.input(z.object({ name: z.string().min(1).max(255), mediaType: z.string().max(127), base64: z.string() })).output(AttachmentRef),
  get: base.input(z.object({ id: AttachmentRef.shape.id })).output(z.object({ base64: z.string() })),
}
