import { useApp } from '../../state/use-session.ts'

/** The name of a provider as the settings have it; one that is gone keeps its id. */
export function useProviderName(): (id: string) => string {
  const providers = useApp((app) => app.providers)
  return (id) => providers.find((provider) => provider.id === id)?.name ?? id
}
