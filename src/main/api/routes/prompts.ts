import type { Prompts } from '../../prompts/prompts.ts'
import { os } from '../os.ts'

export const promptsRoutes = ({ prompts }: { readonly prompts: Prompts }) => ({
  save: os.prompts.save.handler(({ input }) => prompts.save(input)),
  remove: os.prompts.remove.handler(({ input }) => prompts.remove(input.id)),
})
