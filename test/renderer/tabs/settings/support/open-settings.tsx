import { screen } from '@testing-library/react'
import { VirtuosoMockContext } from 'react-virtuoso'
import { ToastList } from '../../../../../src/renderer/components/toast-list.tsx'
import type { Session } from '../../../../../src/renderer/state/session.ts'
import SettingsTab from '../../../../../src/renderer/tabs/settings/settings-tab.tsx'
import { renderIn, startSession } from '../../../support/render-page.tsx'
import { type SettingsCore, settingsCore } from './settings-core.ts'

type OpenSettings = { readonly core: SettingsCore; readonly session: Session }

/** Settings at a place, on a core that keeps what is changed. Rows have a height, since there is no layout here. */
export async function openSettings(place: string, change: Record<string, unknown> = {}): Promise<OpenSettings> {
  const core = settingsCore(change)
  const session = await startSession(core)
  session.tabs.open('settings', place)
  renderIn(
    session,
    <VirtuosoMockContext value={{ viewportHeight: 800, itemHeight: 40 }}>
      <SettingsTab />
      <ToastList />
    </VirtuosoMockContext>,
  )
  return { core, session }
}

/** The field with this label; a test fails where there is none. */
export function field(label: string): HTMLInputElement {
  const found = screen.getByLabelText(label)
  if (!(found instanceof HTMLInputElement)) throw new TypeError(`“${label}” is not a field of one line.`)
  return found
}
