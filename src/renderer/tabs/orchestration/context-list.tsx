import type { RunView } from '../../../shared/run.ts'
import { m } from '../../app/messages.ts'

/** What the run's branches shared: who made each entry from what, and how often work was there already. Nothing where they shared nothing. */
export function ContextList({ run }: { readonly run: RunView }) {
  const { entries, hits, misses } = run.context
  if (entries.length === 0) return null
  return (
    <section aria-label={m.runs.context} className="border-b border-line px-5 pt-3.5 pb-4">
      <h2 className="font-semibold">{m.runs.context}</h2>
      {hits + misses > 0 && <p className="mt-0.5 text-12 text-ink-2">{m.runs.contextHits(hits, hits + misses)}</p>}
      <ul className="mt-2 grid gap-2">
        {entries.map(({ scope, key, version, producedBy, from, preview }) => (
          <li key={`${scope}:${key}@${version}`} className="min-w-0">
            <p className="truncate">
              {m.runs.contextEntry(key, version)}
              {scope !== 'run' && <span className="text-12 text-ink-2"> · {m.runs.contextScopes[scope]}</span>}
            </p>
            <p className="truncate text-12 text-ink-2">{m.runs.contextOrigin(producedBy, from)}</p>
            <p className="truncate font-mono text-12 text-ink-3">{preview}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
