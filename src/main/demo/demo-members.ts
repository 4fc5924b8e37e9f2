import { modelRef, ProviderId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/model.ts'
import type { Provider } from '../../shared/settings.ts'

/** How a simulated member behaves. */
export interface DemoMember {
  readonly id: string
  readonly label: string
  /** The share of its answers that are wrong. */
  readonly errs: number
  readonly style: 'terse' | 'steps' | 'explains'
  /** To the first word, and to the last, in ms. */
  readonly firstMs: number
  readonly totalMs: number
}

export const DEMO_MEMBERS: readonly DemoMember[] = [
  { id: 'quick', label: 'Demo Quick', errs: 0.4, style: 'terse', firstMs: 120, totalMs: 300 },
  { id: 'steady', label: 'Demo Steady', errs: 0.12, style: 'steps', firstMs: 220, totalMs: 700 },
  { id: 'careful', label: 'Demo Careful', errs: 0.02, style: 'explains', firstMs: 350, totalMs: 1200 },
]

const demo = ProviderId.parse('demo')

export const DEMO_PROVIDER: Provider = {
  id: demo,
  kind: 'demo',
  name: 'Demo',
  baseUrl: null,
  concurrency: 16,
  requestsPerMinute: null,
  tokensPerMinute: null,
  local: true,
  enabled: true,
}

export const DEMO_MODELS: readonly ModelInfo[] = DEMO_MEMBERS.map(({ id, label }) => ({
  ref: modelRef(demo, id),
  provider: demo,
  id,
  label,
  capabilities: ['text'],
  contextWindow: 32_000,
  maxOutput: 4096,
  price: { inputPerMillion: 0, outputPerMillion: 0, source: 'free' },
  enabled: true,
  simulated: true,
  origin: 'built-in',
}))
