import { m } from '../../../app/messages.ts'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { SettingsSection } from '../settings-section.tsx'
import { usePlace } from '../use-place.ts'
import { AddProvider } from './add-provider.tsx'
import { ProviderItem } from './provider-item.tsx'
import { shownProviders } from './shown-providers.ts'
import { VaultWarning } from './vault-warning.tsx'

const p = m.settings.providers

/** Who can be asked: keys, addresses, tests. */
export function ProvidersSection() {
  const providers = useApp((app) => app.providers)
  const vault = useApp((app) => app.vault)
  const { section, item } = usePlace()
  const { rows, offered } = shownProviders(providers, section === 'providers' ? item : null)
  return (
    <SettingsSection
      id="providers"
      title={m.settings.sections.providers}
      intro={p.intro[vault]}
      action={<AddProvider offered={offered} taken={providers} />}
    >
      {vault === 'memory' && <VaultWarning />}
      <Sheet>
        {rows.length === 0 ? (
          <p className="px-4.5 py-4 text-ink-2">{p.none}</p>
        ) : (
          <ul className="[&>li:first-child]:rounded-t-sheet [&>li:last-child]:rounded-b-sheet">
            {rows.map((provider) => (
              <ProviderItem key={provider.id} provider={provider} />
            ))}
          </ul>
        )}
      </Sheet>
    </SettingsSection>
  )
}
