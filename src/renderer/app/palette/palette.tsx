import { Dialog as Base } from '@base-ui/react/dialog'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { KeyCap } from '../../components/key-cap.tsx'
import { useSession } from '../../state/use-session.ts'
import { keyCaps } from '../commands/keys.ts'
import { m } from '../messages.ts'
import { PaletteRow } from './palette-row.tsx'
import { type Result, useResults } from './use-results.ts'

const c = m.commands

/** Everything by its name: commands, places, tabs, conversations, runs, presets, settings. */
export default function Palette() {
  const session = useSession()
  const [query, setQuery] = useState('')
  const groups = useResults(query)
  const count = groups.reduce((sum, group) => sum + group.results.length, 0)
  const close = () => session.overlay.show(null)
  const [another, setAnother] = useState(false)
  const choose = (result: Result) => {
    close()
    // Behind the dialog's own return of the focus, so that what is opened may take it.
    requestAnimationFrame(() => result.run(session, another))
  }
  return (
    <Base.Root open onOpenChange={(open) => (open ? undefined : close())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.2_0.01_230/0.3)]" />
        <Base.Popup
          aria-label={c.open}
          className="fixed top-[12vh] left-1/2 z-50 w-[40rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 overflow-hidden rounded-palette border border-line bg-raised shadow-float outline-none"
        >
          <Command
            label={c.open}
            shouldFilter={false}
            loop
            onKeyDownCapture={(event) => setAnother(event.ctrlKey || event.metaKey)}
            onKeyUpCapture={(event) => setAnother(event.ctrlKey || event.metaKey)}
            onPointerDownCapture={(event) => setAnother(event.ctrlKey || event.metaKey)}
          >
            <div className="flex h-13 items-center gap-2.5 border-b border-line px-4">
              <Search size={16} aria-hidden className="text-ink-3" />
              <Command.Input
                autoFocus
                value={query}
                onValueChange={setQuery}
                placeholder={c.placeholder}
                className="min-w-0 flex-1 bg-transparent text-18 outline-none"
              />
              <KeyCap>{keyCaps('Escape')[0] ?? ''}</KeyCap>
            </div>
            <Command.List label={c.open} className="max-h-[min(26rem,60vh)] overflow-y-auto px-1.5 pt-1 pb-2">
              {groups.map((group) => (
                <Command.Group
                  key={group.id}
                  heading={group.title}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3"
                >
                  {group.results.map((result) => (
                    <PaletteRow key={result.id} result={result} query={query} onChoose={choose} />
                  ))}
                </Command.Group>
              ))}
              {count === 0 && <p className="px-2.5 py-6 text-center text-ink-2">{c.nothing(query)}</p>}
            </Command.List>
            <div className="flex items-center gap-4 border-t border-line px-4 py-2 text-12 text-ink-2 max-narrow:hidden">
              <Hint keys={['↑', '↓']} text={c.move} />
              <Hint keys={['↵']} text={c.run} />
              <Hint keys={keyCaps('Mod+Enter')} text={c.inNewTab} />
              <Hint keys={['>']} text={c.commandsAlone} />
              <output className="figures ml-auto text-ink-3">{c.results(count)}</output>
            </div>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function Hint({ keys, text }: { readonly keys: readonly string[]; readonly text: string }) {
  return (
    <span className="flex items-center gap-1">
      {keys.map((key) => (
        <KeyCap key={key}>{key}</KeyCap>
      ))}
      <span className="pl-1">{text}</span>
    </span>
  )
}
