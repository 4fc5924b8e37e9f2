import { Ellipsis, Search } from 'lucide-react'
import { useState } from 'react'
import type { ModelInfo } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { Select } from '../../../components/select.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { SettingsSection } from '../settings-section.tsx'
import { usePlace } from '../use-place.ts'
import { AddModel } from './add-model.tsx'
import { findModels } from './find-models.ts'
import { modelProviders } from './model-providers.ts'
import { ModelTable } from './model-table.tsx'

const t = m.settings.models
const ALL = 'all'

/** Which models are on and what they cost. */
export function ModelsSection() {
  const models = useApp((app) => app.models)
  const providers = useApp((app) => app.providers)
  const { section, item, go } = usePlace()
  const { client, attempt } = useSession()
  const [query, setQuery] = useState('')
  const choices = modelProviders(models, providers)
  const chosen = section === 'models' && choices.some((choice) => choice.id === item) ? item : null
  const shown = findModels(models, chosen, query)
  const turn = (enabled: boolean) => {
    const refs = shown.filter((model) => model.enabled !== enabled).map((model: ModelInfo) => model.ref)
    if (refs.length > 0) void attempt(client.models.setEnabled({ refs, enabled }))
  }
  return (
    <SettingsSection
      id="models"
      title={m.settings.sections.models}
      intro={t.intro}
      action={<AddModel providers={providers} chosen={chosen} />}
      fill
    >
      {models.length === 0 ? (
        <div className="flex items-center gap-3">
          <p className="text-ink-2">{t.none}</p>
          <Button onClick={() => go('providers')}>{t.addProvider}</Button>
        </div>
      ) : (
        <>
          <div className="mb-2.5 flex flex-wrap items-center gap-2">
            <Select
              label={t.provider}
              value={chosen ?? ALL}
              options={[
                { value: ALL, label: t.all },
                ...choices.map((choice) => ({ value: choice.id, label: choice.name, hint: t.providerHint(choice.on, choice.total) })),
              ]}
              onChange={(id) => (id === ALL ? go('models') : go('models', id))}
              className="min-w-40"
            />
            <Field
              label={t.search}
              placeholder={t.search}
              type="search"
              quiet
              before={<Search size={14} aria-hidden />}
              boxClassName="w-64 max-w-full"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <span className="ml-auto flex items-center gap-2">
              <span role="status" className="figures text-12 text-ink-2">
                {t.count(shown.length)}
              </span>
              <Menu
                label={t.more}
                align="end"
                trigger={
                  <IconButton label={t.more}>
                    <Ellipsis size={16} aria-hidden />
                  </IconButton>
                }
                groups={[
                  {
                    id: 'all',
                    entries: [
                      { id: 'on', label: t.allOn, onSelect: () => turn(true) },
                      { id: 'off', label: t.allOff, onSelect: () => turn(false) },
                    ],
                  },
                ]}
              />
            </span>
          </div>
          {shown.length === 0 ? <p className="text-ink-2">{t.noMatch(query.trim())}</p> : <ModelTable models={shown} />}
        </>
      )}
    </SettingsSection>
  )
}
