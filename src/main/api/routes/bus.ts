import type { Bus } from '../../bus/bus.ts'
import { FLUSH_MS } from '../follow-topic.ts'
import { os } from '../os.ts'

export const busRoutes = ({ bus }: { readonly bus: Bus }) => ({
  topics: os.bus.topics.handler(() => bus.list().map(({ name, seq }) => ({ name, seq }))),
  watch: os.bus.watch.handler(({ input: { topic, after }, signal }) =>
    bus.find(topic).batches({ pauseMs: FLUSH_MS, ...(after !== null && { after }), ...(signal && { signal }) }),
  ),
})
