import { useEffect, useRef, useState } from 'react'
import { keyCaps } from '../../../app/commands/keys.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { KeyCap } from '../../../components/key-cap.tsx'
import type { Command } from '../../tab-kind.ts'
import { w } from '../words.ts'
import { isTyped, readKeys } from './read-keys.ts'

const t = w.shortcuts

type ShortcutRowProps = {
  readonly command: Command
  readonly keys: string
  readonly changed: boolean
  readonly open: boolean
  /** The command that has these keys already; null: they are free. */
  readonly holder: (keys: string) => string | null
  readonly onOpen: () => void
  readonly onClose: () => void
  /** '' takes the keys away, null goes back to those that ship. */
  readonly onSet: (keys: string | null) => void
}

/** A command and its keys; opened, it takes the next ones that are pressed. */
export function ShortcutRow({ command, keys, changed, open, holder, onOpen, onClose, onSet }: ShortcutRowProps) {
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4.5 py-1.5 first:border-t-0 @max-[36rem]:px-3">
      <span className="min-w-40 flex-1">{command.label}</span>
      {open ? (
        <Capture label={command.label} holder={holder} onClose={onClose} onSet={onSet} />
      ) : (
        <>
          <span className="flex gap-1">
            {keyCaps(keys).map((cap) => (
              <KeyCap key={cap}>{cap}</KeyCap>
            ))}
          </span>
          {changed && (
            <Button look="bare" small aria-label={t.resetOf(command.label)} onClick={() => onSet(null)}>
              {t.reset}
            </Button>
          )}
          {keys !== '' && (
            <Button look="bare" small aria-label={t.removeOf(command.label)} onClick={() => onSet('')}>
              {t.remove}
            </Button>
          )}
          <Button small aria-label={t.changeOf(command.label)} onClick={onOpen}>
            {t.change}
          </Button>
        </>
      )}
    </li>
  )
}

type CaptureProps = Pick<ShortcutRowProps, 'holder' | 'onClose' | 'onSet'> & { readonly label: string }

/** Takes keys as they are pressed, says whose they are, and keeps them once they are agreed to. Esc leaves. */
function Capture({ label, holder, onClose, onSet }: CaptureProps) {
  const ref = useRef<HTMLButtonElement>(null)
  const [pressed, setPressed] = useState<string | null>(null)
  useEffect(() => ref.current?.focus(), [])
  const typed = pressed !== null && isTyped(pressed)
  const taken = pressed === null || typed ? null : holder(pressed)
  return (
    <>
      <button
        ref={ref}
        type="button"
        aria-label={t.press(label)}
        onKeyDown={(event) => {
          if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) return
          event.preventDefault()
          event.stopPropagation()
          event.nativeEvent.stopImmediatePropagation()
          if (event.key === 'Escape') return onClose()
          setPressed(readKeys(event) ?? pressed)
        }}
        className="inline-flex h-7 min-w-40 items-center justify-center gap-1 rounded-control border border-accent bg-sheet px-2.5 text-ink-2"
      >
        {pressed === null ? t.pressHint : keyCaps(pressed).map((cap) => <KeyCap key={cap}>{cap}</KeyCap>)}
      </button>
      <Button small onClick={onClose}>
        {m.common.cancel}
      </Button>
      {pressed !== null && !typed && (
        <Button small look="main" onClick={() => onSet(pressed)}>
          {taken === null ? t.keep : t.take}
        </Button>
      )}
      <p role="status" className="basis-full text-right text-12 text-warn empty:hidden">
        {typed ? t.typed : taken === null ? '' : t.taken(taken)}
      </p>
    </>
  )
}
