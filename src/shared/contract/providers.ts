import { z } from 'zod'
import { ProviderId } from '../ids.ts'
import { Provider, ProviderView } from '../settings.ts'
import { base } from './base.ts'

/** Vendors, local servers and their keys. */
export const providersContract = {
  save: base.input(Provider).output(ProviderView),
  /** The key goes one way. Where `id` is left out, the provider is recognised by the key's form. */
  setKey: base.input(z.object({ id: ProviderId.optional(), key: z.string().trim().min(1).max(500) })).output(ProviderView),
  removeKey: base.input(z.object({ id: ProviderId })).output(ProviderView),
  /** Lists the vendor's models, which needs a working key and address. */
  test: base.input(z.object({ id: ProviderId })).output(ProviderView),
  remove: base.input(z.object({ id: ProviderId })),
}
