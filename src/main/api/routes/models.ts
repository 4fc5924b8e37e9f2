import type { Models } from '../../settings/models.ts'
import { os } from '../os.ts'

export const modelsRoutes = ({ models }: { readonly models: Models }) => ({
  setEnabled: os.models.setEnabled.handler(({ input }) => models.setEnabled(input.refs, input.enabled)),
  add: os.models.add.handler(({ input }) => models.add(input.ref)),
  setPrice: os.models.setPrice.handler(({ input }) => models.setPrice(input.ref, input.price)),
})
