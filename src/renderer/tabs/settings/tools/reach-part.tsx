import type { ToolOptions } from '../../../../shared/tool.ts'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { DraftField } from '../fields/draft-field.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { readPath, readPlaces, readSearchAddress } from './read-options.ts'
import { t } from './words.ts'

/** Examples, the same in every language. */
const SEARCH = 'http://localhost:8080/search?q={query}&format=json'
const TRUSTED = 'localhost:8080'

const show = (text: string | null) => text ?? ''
const showPlaces = (places: readonly string[]) => places.join(', ')

/** The folder, the file and the places of the network that tools may reach. */
export function ReachPart() {
  const { client, attempt } = useSession()
  const options = useApp((app) => app.tools.options)
  const change = (part: Partial<ToolOptions>) => void attempt(client.tools.setOptions({ ...options, ...part }))
  return (
    <section aria-label={t.reach} className="mb-6">
      <h3 className="font-semibold">{t.reach}</h3>
      <p className="mb-1.5 text-12 text-pretty text-ink-2">{t.reachIntro}</p>
      <Sheet>
        <FormRow label={t.folder} note={t.folderNote} top>
          <DraftField
            label={t.folder}
            placeholder={t.folderHint}
            spellCheck={false}
            saved={options.folder}
            show={show}
            read={(text) => readPath(t.folder, text)}
            commit={(folder) => change({ folder })}
          />
        </FormRow>
        <FormRow label={t.database} note={t.databaseNote} top>
          <DraftField
            label={t.database}
            placeholder={t.databaseHint}
            spellCheck={false}
            saved={options.database}
            show={show}
            read={(text) => readPath(t.database, text)}
            commit={(database) => change({ database })}
          />
        </FormRow>
        <FormRow label={t.search} note={t.searchNote} top>
          <DraftField
            label={t.search}
            placeholder={SEARCH}
            inputMode="url"
            spellCheck={false}
            saved={options.searchUrl}
            show={show}
            read={readSearchAddress}
            commit={(searchUrl) => change({ searchUrl })}
          />
        </FormRow>
        <FormRow label={t.hosts} note={t.hostsNote} top>
          <DraftField
            label={t.hosts}
            placeholder={t.hostsHint}
            spellCheck={false}
            saved={options.hosts}
            show={showPlaces}
            read={(text) => readPlaces('hosts', text)}
            commit={(hosts) => change({ hosts })}
          />
        </FormRow>
        <FormRow label={t.trusted} note={t.trustedNote} top>
          <DraftField
            label={t.trusted}
            placeholder={TRUSTED}
            spellCheck={false}
            saved={options.trusted}
            show={showPlaces}
            read={(text) => readPlaces('trusted', text)}
            commit={(trusted) => change({ trusted })}
          />
        </FormRow>
      </Sheet>
    </section>
  )
}
