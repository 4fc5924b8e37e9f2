import { useCallback, useState } from 'react'
import { Provider, type ProviderView } from '../../../../shared/settings.ts'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'

/** What can be done with one provider. `error` is what the last call failed with; a key is passed on and kept nowhere. */
export function useProviderCalls(provider: ProviderView) {
  const { client, toasts } = useSession()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const { id } = provider
  const call = useCallback(async (work: Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work
    } catch (thrown) {
      setError(callError(thrown).message)
    } finally {
      setBusy(false)
    }
  }, [])
  return {
    busy,
    error,
    setKey: (key: string) => call(client.providers.setKey({ id, key })),
    test: () => call(client.providers.test({ id })),
    removeKey: () => call(client.providers.removeKey({ id })),
    /** A provider that can be asked says at once whether it answers at the new address. */
    changeAddress: (baseUrl: string | null) => {
      const saved = client.providers.save({ ...Provider.parse(provider), baseUrl })
      void call(provider.local || provider.key.state !== 'none' ? saved.then(() => client.providers.test({ id })) : saved)
    },
    change: (part: Partial<Provider>) => call(client.providers.save({ ...Provider.parse(provider), ...part })),
    remove: (undo: { readonly text: string; readonly label: string }) =>
      call(
        client.providers
          .remove({ id })
          .then(() => toasts.say(undo.text, { label: undo.label, run: () => void call(client.providers.save(Provider.parse(provider))) })),
      ),
  }
}
export type ProviderCalls = ReturnType<typeof useProviderCalls>
