import { FILE_SCHEMAS } from '../../../shared/file-schemas.ts'
import { readPipeline, writePipeline } from '../../pipelines/pipeline-text.ts'
import type { Pipelines } from '../../pipelines/pipelines.ts'
import { os } from '../os.ts'

export const pipelinesRoutes = ({ pipelines }: { readonly pipelines: Pipelines }) => ({
  list: os.pipelines.list.handler(() => pipelines.list()),
  get: os.pipelines.get.handler(({ input }) => pipelines.get(input.id)),
  save: os.pipelines.save.handler(({ input }) => pipelines.save(input)),
  remove: os.pipelines.remove.handler(({ input }) => pipelines.remove(input.id)),
  check: os.pipelines.check.handler(({ input }) => pipelines.check(input)),
  estimate: os.pipelines.estimate.handler(async ({ input: { pipeline, input } }) => {
    const { atMostMicros, noPrice } = await pipelines.estimate(pipeline, { input })
    return { atMostMicros: noPrice.length > 0 ? null : atMostMicros }
  }),
  run: os.pipelines.run.handler(({ input }) => pipelines.start(input)),
  read: os.pipelines.read.handler(({ input }) => readPipeline(input.text)),
  write: os.pipelines.write.handler(async ({ input }) => ({ text: await writePipeline(input.pipeline, input.format) })),
  schema: os.pipelines.schema.handler(() => FILE_SCHEMAS.pipeline()),
})
