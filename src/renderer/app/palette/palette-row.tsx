import { Command } from 'cmdk'
import { KeyCap } from '../../components/key-cap.tsx'
import { keyCaps } from '../commands/keys.ts'
import { markedParts } from './matches.ts'
import type { Result } from './use-results.ts'

type PaletteRowProps = { readonly result: Result; readonly query: string; readonly onChoose: (result: Result) => void }

/** One thing that was found, with what of its name the query says. */
export function PaletteRow({ result, query, onChoose }: PaletteRowProps) {
  const { icon: Icon, label, note, keys = '' } = result
  return (
    <Command.Item
      value={result.id}
      onSelect={() => onChoose(result)}
      className="flex min-h-[2.125rem] cursor-default items-center gap-2.5 rounded-control px-2.5 data-[selected=true]:bg-accent-soft"
    >
      <Icon size={16} aria-hidden className="text-ink-3" />
      <span className="min-w-0 flex-1 truncate">
        {markedParts(query, label).map((part, index) =>
          part.marked ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name.
            <b key={index} className="text-accent">
              {part.text}
            </b>
          ) : (
            part.text
          ),
        )}
      </span>
      {note !== undefined && <span className="figures flex-none text-12 text-ink-3">{note}</span>}
      {keys !== '' && (
        <span className="flex flex-none gap-1">
          {keyCaps(keys).map((key) => (
            <KeyCap key={key}>{key}</KeyCap>
          ))}
        </span>
      )}
    </Command.Item>
  )
}
