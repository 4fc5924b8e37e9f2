import { useMemo } from 'react'
import { useSession, useTabs } from '../../state/use-session.ts'
import { parsePlace, type SectionId, type SettingsPlace } from './settings-place.ts'

/** Where in Settings the user is, and how to go elsewhere. */
export function usePlace(): SettingsPlace & { readonly go: (section: SectionId, item?: string) => void } {
  const { tabs } = useSession()
  const draft = useTabs((state) => state.open.find((tab) => tab.kind === 'settings')?.draft ?? '')
  return useMemo(
    () => ({ ...parsePlace(draft), go: (section, item) => tabs.openSettingsAt(item === undefined ? section : `${section}/${item}`) }),
    [draft, tabs],
  )
}
