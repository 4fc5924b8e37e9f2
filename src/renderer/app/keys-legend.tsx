import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { KeyCap } from '../components/key-cap.tsx'
import { useApp, useSession } from '../state/use-session.ts'
import { ALL_COMMANDS, keysOf } from './commands/all-commands.ts'
import { keyCaps } from './commands/keys.ts'
import { m } from './messages.ts'

const c = m.commands

/** All keys, those of the user among them. */
export default function KeysLegend() {
  const { overlay } = useSession()
  const shortcuts = useApp((app) => app.settings.shortcuts)
  const close = () => overlay.show(null)
  const commands = ALL_COMMANDS.flatMap((command) => {
    const keys = keysOf(command, shortcuts)
    return keys === '' ? [] : [{ id: command.id, label: command.label, caps: keyCaps(keys) }]
  })
  return (
    <Dialog open title={c.keys} onClose={close} actions={<Button onClick={close}>{m.common.close}</Button>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard. */}
      <section className="max-h-[55vh] overflow-y-auto pr-1 text-ink" tabIndex={0} aria-label={c.keys}>
        <Keys title={c.commands} rows={commands} />
        <Keys
          title={c.inChat}
          rows={[
            { id: 'ask', label: c.ask, caps: ['↵'] },
            { id: 'line', label: c.newLine, caps: keyCaps('Shift+Enter') },
            { id: 'member', label: c.showMember, caps: ['Alt', '1 … 8'] },
            { id: 'stop', label: c.stop, caps: keyCaps('Escape') },
          ]}
        />
        <Keys
          title={c.inStrip}
          rows={[
            { id: 'between', label: c.betweenTabs, caps: ['←', '→'] },
            { id: 'close', label: c.closeTab, caps: ['Del'] },
          ]}
        />
        <Keys
          title={c.inStudio}
          rows={[
            { id: 'between', label: c.betweenStages, caps: ['←', '→', '↑', '↓'] },
            { id: 'edit', label: c.editStage, caps: ['↵'] },
            { id: 'add', label: c.addStage, caps: ['A'] },
            { id: 'connect', label: c.connectStage, caps: ['C', '↵'] },
            { id: 'move', label: c.moveStage, caps: [...keyCaps('Alt'), '←', '→', '↑', '↓'] },
            { id: 'duplicate', label: c.duplicateStage, caps: keyCaps('Mod+D') },
            { id: 'remove', label: c.removeStage, caps: ['Del'] },
            { id: 'undo', label: c.undo, caps: keyCaps('Mod+Z') },
            { id: 'redo', label: c.redo, caps: keyCaps('Mod+Shift+Z') },
          ]}
        />
        <p className="mt-3 text-12 text-ink-3">{c.keysNote}</p>
      </section>
    </Dialog>
  )
}

type Row = { readonly id: string; readonly label: string; readonly caps: readonly string[] }

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <>
      <h3 className="mt-3 mb-1 text-12 text-ink-3 first:mt-0">{title}</h3>
      <dl className="grid">
        {rows.map(({ id, label, caps }) => (
          <div key={id} className="flex min-h-7 items-center gap-2 border-b border-line last:border-b-0">
            <dt className="min-w-0 flex-1">{label}</dt>
            <dd className="flex gap-1">
              {caps.map((cap) => (
                <KeyCap key={cap}>{cap}</KeyCap>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
