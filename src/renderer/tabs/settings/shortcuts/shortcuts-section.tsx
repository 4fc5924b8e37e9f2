import { useState } from 'react'
import { ALL_COMMANDS, keysOf } from '../../../app/commands/all-commands.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { w } from '../words.ts'
import { ShortcutRow } from './shortcut-row.tsx'

const t = w.shortcuts

/** Every command with its keys; each can be given others. */
export function ShortcutsSection() {
  const shortcuts = useApp((app) => app.settings.shortcuts)
  const changeSettings = useChangeSettings()
  const [open, setOpen] = useState<string | null>(null)
  const holder = (keys: string, id: string) => ALL_COMMANDS.find((command) => command.id !== id && keysOf(command, shortcuts) === keys)
  /** One change, also where another command loses its keys by it. null goes back to the keys that ship. */
  const set = (id: string, keys: string | null) =>
    changeSettings((settings) => {
      const taken = keys === null || keys === '' ? undefined : holder(keys, id)
      const { [id]: _, ...rest } = settings.shortcuts
      return { shortcuts: { ...rest, ...(keys === null ? {} : { [id]: keys }), ...(taken ? { [taken.id]: '' } : {}) } }
    })
  return (
    <SettingsSection
      id="shortcuts"
      title={t.title}
      intro={t.intro}
      action={Object.keys(shortcuts).length > 0 && <Button onClick={() => changeSettings(() => ({ shortcuts: {} }))}>{t.resetAll}</Button>}
    >
      <Sheet>
        <ul data-setting={t.title} className="rounded-[inherit]">
          {ALL_COMMANDS.map((command) => (
            <ShortcutRow
              key={command.id}
              command={command}
              keys={keysOf(command, shortcuts)}
              changed={command.id in shortcuts}
              open={open === command.id}
              holder={(keys) => holder(keys, command.id)?.label ?? null}
              onOpen={() => setOpen(command.id)}
              onClose={() => setOpen(null)}
              onSet={(keys) => {
                set(command.id, keys)
                setOpen(null)
              }}
            />
          ))}
        </ul>
      </Sheet>
    </SettingsSection>
  )
}
