import { SettingsSection } from '../settings-section.tsx'
import { ReachPart } from './reach-part.tsx'
import { ServersPart } from './servers-part.tsx'
import { ToolGroups } from './tool-groups.tsx'
import { t } from './words.ts'

/** Which tools members may call, what these may reach, and servers that bring more. */
export function ToolsSection() {
  return (
    <SettingsSection id="tools" title={t.title} intro={`${t.intro} ${t.permissionNote}`}>
      <ToolGroups />
      <ReachPart />
      <ServersPart />
    </SettingsSection>
  )
}
