import type { Attachments } from '../../settings/attachments.ts'
import { os } from '../os.ts'

export const attachmentsRoutes = ({ attachments }: { readonly attachments: Attachments }) => ({
  add: os.attachments.add.handler(({ input }) => attachments.add(input)),
  get: os.attachments.get.handler(({ input }) => attachments.get(input.id)),
})
