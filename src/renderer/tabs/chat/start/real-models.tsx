import { KeyRound } from 'lucide-react'
import type { ProviderId } from '../../../../shared/ids.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'

/** Servers that were found on this computer, and the way to add a key. */
export function RealModels() {
  const { client, tabs, attempt } = useSession()
  const providers = useApp((app) => app.providers)
  const models = useApp((app) => app.models)
  const found = providers.filter((provider) => provider.local && provider.status.state === 'ok' && provider.models.total > 0)
  const use = (id: ProviderId) => {
    const refs = models.filter((model) => model.provider === id).map((model) => model.ref)
    if (refs.length > 0) void attempt(client.models.setEnabled({ refs, enabled: true }))
  }
  return (
    <section aria-label={m.chat.realModels} className="mt-8">
      <h2 className="mb-1.5 text-12 font-medium text-ink-3">{m.chat.realModels}</h2>
      <div className="flex flex-wrap items-center gap-2">
        {found.map((provider) =>
          provider.models.enabled > 0 ? (
            <p key={provider.id} className="mr-2 inline-flex items-center gap-[7px] text-ink-2">
              <i className="size-1.5 rounded-full bg-ok" />
              {m.chat.localInUse(provider.name, provider.models.enabled)}
            </p>
          ) : (
            <Button key={provider.id} onClick={() => use(provider.id)}>
              <i className="size-1.5 rounded-full bg-ok" />
              {m.chat.offerLocal(provider.name, provider.models.total)}
            </Button>
          ),
        )}
        <Button onClick={() => tabs.open('settings')}>
          <KeyRound size={14} aria-hidden />
          {m.chat.addKey}
        </Button>
      </div>
    </section>
  )
}
