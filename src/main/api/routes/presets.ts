import type { Presets } from '../../settings/presets.ts'
import { os } from '../os.ts'

export const presetsRoutes = ({ presets }: { readonly presets: Presets }) => ({
  save: os.presets.save.handler(({ input }) => presets.save(input)),
  remove: os.presets.remove.handler(({ input }) => presets.remove(input.id)),
})
