import type { Citation } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { Link } from '../../../components/link.tsx'
import { linkTarget } from '../../../state/link-gate.ts'

/** Sources that a model named, numbered as in its text. */
export function Sources({ citations }: { readonly citations: readonly Citation[] }) {
  return (
    <section aria-label={m.chat.sources} className="text-12 text-ink-2">
      <h5 className="text-ink-3">{m.chat.sources}</h5>
      <ol className="mt-0.5 grid gap-0.5">
        {citations.map((citation, index) => (
          <li key={citation.url} className="flex min-w-0 gap-1.5">
            <span className="figures text-ink-3">{index + 1}</span>
            <span className="min-w-0 truncate">
              <Link href={citation.url}>{citation.title ?? linkTarget(citation.url)?.host ?? citation.url}</Link>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
