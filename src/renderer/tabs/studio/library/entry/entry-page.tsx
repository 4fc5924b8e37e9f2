import type { LibraryKind } from '../../../../../shared/library.ts'
import { Button } from '../../../../components/button.tsx'
import { ErrorNote } from '../../../../components/error-note.tsx'
import { useStudioPlace } from '../../use-studio-place.ts'
import { w } from '../words.ts'
import { AgentPage } from './agent-page.tsx'
import { CommandPage } from './command-page.tsx'
import { DraftPage } from './draft-page.tsx'
import { useConversion } from './use-conversion.ts'
import { useEntry } from './use-entry.ts'

type EntryPageProps = { readonly kind: LibraryKind; readonly name: string }

/** One agent or command, once it is there. */
export function EntryPage({ kind, name }: EntryPageProps) {
  const { openLibrary } = useStudioPlace()
  const { detail, error } = useEntry(kind, name)
  const conversion = useConversion(name)
  if (error !== null) {
    const back = <Button onClick={() => openLibrary({ view: 'list' })}>{w.entry.back}</Button>
    return (
      <div className="m-auto max-w-[26rem] p-6">
        <ErrorNote what={w.entry.failed} kept={error.message} action={back} />
      </div>
    )
  }
  if (detail === null) return <p className="sr-only">{w.entry.loading}</p>
  const { pipeline, check } = detail
  if (pipeline === null || check === null) return <AgentPage detail={detail} />
  if (conversion.draft !== null) return <DraftPage name={name} draft={conversion.draft} onClose={conversion.discard} />
  return <CommandPage key={detail.entry.file} detail={detail} pipeline={pipeline} check={check} conversion={conversion} />
}
