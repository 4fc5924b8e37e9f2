import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../shared/contract.ts'

/** Every procedure that the page may call. A failure is turned into a `TuttiError` by `callError`. */
export type Client = ContractRouterClient<typeof contract>
