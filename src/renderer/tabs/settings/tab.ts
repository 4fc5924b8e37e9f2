import { Settings } from 'lucide-react'
import { lazy } from 'react'
import { m } from '../../app/messages.ts'
import type { TabKind } from '../tab-kind.ts'

/** Everything that can be set. */
export const settingsTab: TabKind = {
  kind: 'settings',
  label: m.shell.settings,
  icon: Settings,
  rail: 'foot',
  many: false,
  Page: lazy(() => import('./settings-tab.tsx')),
  title: () => m.shell.settings,
  state: () => 'quiet',
  shows: {
    setting: (place) => ({ place }),
    preset: (id) => ({ place: `presets/${id}` }),
    provider: (id) => ({ place: `providers/${id}` }),
  },
  search: async (query) => {
    const { findSettings } = await import('./find-settings.ts')
    return findSettings(query).flatMap(({ section, labels }) =>
      labels.map((label) => ({
        id: `${section.id}/${label}`,
        label,
        icon: section.icon,
        subject: { type: 'setting', id: section.id },
      })),
    )
  },
  commands: [{ id: 'settings.open', label: m.shell.settings, icon: Settings, keys: 'Mod+,', run: ({ tabs }) => tabs.open('settings') }],
}
