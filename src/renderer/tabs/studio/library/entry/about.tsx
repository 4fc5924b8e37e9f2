import type { LibraryDetail } from '../../../../../shared/library.ts'
import { InspectorSection } from '../../inspector/inspector-section.tsx'
import { ProblemList } from '../problem-list.tsx'
import { w } from '../words.ts'
import { CommandFacts } from './command-facts.tsx'
import { Fact } from './fact.tsx'
import { Phases } from './phases.tsx'

const t = w.entry

/** What an agent or command is, where it comes from, what it takes and uses, and what was odd in its file. */
export function About({ detail }: { readonly detail: LibraryDetail }) {
  const { entry, check, pipeline } = detail
  const what = entry.kind === 'agent' ? t.agent : entry.format === 'json' ? t.definition(entry.steps) : t.markdown
  const problems = [
    ...entry.problems,
    ...(check?.problems ?? []).map(({ level, stage, message }) => ({ level, place: stage ?? '', message })),
  ]
  return (
    <>
      <h2 className="sr-only">{t.about}</h2>
      <InspectorSection>
        {entry.description !== '' && <p className="text-pretty wrap-anywhere">{entry.description}</p>}
        <dl>
          <Fact label={t.what}>{what}</Fact>
          <Fact label={t.where}>{w.source[entry.source]}</Fact>
          <Fact label={t.path}>
            <code className="text-12">{entry.file}</code>
          </Fact>
          <Fact label={t.tools}>{entry.tools.join(', ')}</Fact>
          <Fact label={t.model}>{entry.model ?? ''}</Fact>
          {pipeline !== null && check !== null && <CommandFacts detail={detail} pipeline={pipeline} check={check} />}
        </dl>
      </InspectorSection>
      {entry.format === 'json' && <Phases text={detail.text} />}
      <InspectorSection title={w.problems.title}>
        {problems.length === 0 ? <p className="text-12 text-ink-2">{w.problems.none}</p> : <ProblemList problems={problems} />}
      </InspectorSection>
    </>
  )
}
