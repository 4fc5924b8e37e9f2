import type { ProviderView } from '../../../../shared/settings.ts'

/** Those with a row of their own, and those that "Add a provider" offers. */
export type ShownProviders = { readonly rows: readonly ProviderView[]; readonly offered: readonly ProviderView[] }

/** Ready entries that nobody set up stay out of the list until one is chosen (`opened`). */
export function shownProviders(providers: readonly ProviderView[], opened: string | null): ShownProviders {
  const rows = providers.filter((provider) => provider.id === opened || isSetUp(provider))
  return { rows, offered: providers.filter((provider) => !rows.includes(provider)) }
}

function isSetUp(provider: ProviderView): boolean {
  if (provider.kind !== 'compatible' || provider.shippedUrl === undefined) return true
  if (provider.local) return provider.status.state !== 'absent'
  return provider.key.state !== 'none' || provider.status.state !== 'untested'
}
