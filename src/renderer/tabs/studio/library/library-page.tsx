import type { LibraryPlace } from '../studio-place.ts'
import { EntryPage } from './entry/entry-page.tsx'
import { ImportPage } from './import/import-page.tsx'
import { LibraryList } from './list/library-list.tsx'

/** Commands and agents: all of them, an import, or one. */
export default function LibraryPage({ place }: { readonly place: LibraryPlace }) {
  switch (place.view) {
    case 'list':
      return <LibraryList />
    case 'import':
      return <ImportPage />
    case 'entry':
      return <EntryPage key={`${place.kind} ${place.name}`} kind={place.kind} name={place.name} />
    default:
      return place satisfies never
  }
}
