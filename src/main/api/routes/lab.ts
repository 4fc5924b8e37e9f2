import type { Lab } from '../../lab/lab.ts'
import { os } from '../os.ts'

export const labRoutes = ({ lab }: { readonly lab: Lab }) => ({
  view: os.lab.view.handler(() => lab.view()),
  watch: os.lab.watch.handler(({ signal }) => lab.watch(signal)),
  importData: os.lab.importData.handler(({ input, signal }) => lab.importData(input, signal)),
  removeDataSet: os.lab.removeDataSet.handler(({ input }) => lab.removeDataSet(input.id)),
  estimate: os.lab.estimate.handler(({ input }) => lab.estimate(input)),
  start: os.lab.start.handler(({ input }) => lab.start(input)),
  pause: os.lab.pause.handler(({ input }) => lab.pause(input.id)),
  resume: os.lab.resume.handler(({ input }) => lab.resume(input)),
  remove: os.lab.remove.handler(({ input }) => lab.remove(input.id)),
  results: os.lab.results.handler(({ input, signal }) => lab.results(input.id, signal)),
  disagreements: os.lab.disagreements.handler(({ input, signal }) => lab.disagreements(input, signal)),
  export: os.lab.export.handler(async ({ input, signal }) => ({ text: await lab.export(input, signal) })),
  learnRouting: os.lab.learnRouting.handler(({ input, signal }) => lab.learnRouting(input.id, signal)),
  forget: os.lab.forget.handler(({ input }) => lab.forget(input.id)),
})
