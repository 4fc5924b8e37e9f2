import type { Metrics } from '../../metrics/metrics.ts'
import { os } from '../os.ts'

export const metricsRoutes = ({ metrics }: { readonly metrics: Metrics }) => ({
  history: os.metrics.history.handler(({ input }) => metrics.history(input)),
  behind: os.metrics.behind.handler(({ input }) => metrics.behind(input)),
  month: os.metrics.month.handler(() => metrics.month()),
  live: os.metrics.live.handler(({ signal }) => metrics.live(signal)),
})
