import type { ToolView } from '../../../../shared/tool.ts'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { ToolRow } from './tool-row.tsx'
import { t } from './words.ts'

type Group = keyof typeof t.groups

const GROUP: Readonly<Record<string, Group>> = {
  calculator: 'knowledge',
  'current-time': 'knowledge',
  wikipedia: 'knowledge',
  arxiv: 'knowledge',
  github: 'web',
  news: 'web',
  'web-fetch': 'web',
  'web-search': 'web',
}
const GROUPS: readonly Group[] = ['knowledge', 'web', 'computer']
const groupOf = ({ name }: ToolView) => GROUP[name] ?? 'computer'

/** The tools that ship, by what they touch. */
export function ToolGroups() {
  const tools = useApp((app) => app.tools.tools).filter(({ source }) => source.type === 'built-in')
  return (
    <>
      {GROUPS.map((group) => (
        <section key={group} aria-label={t.groups[group]} data-setting={t.groups[group]} className="mt-4 mb-6 rounded-sheet">
          <h3 className="mb-1.5 font-semibold">{t.groups[group]}</h3>
          <Sheet>
            <ul>
              {tools
                .filter((tool) => groupOf(tool) === group)
                .map((tool) => (
                  <ToolRow key={tool.name} tool={tool} />
                ))}
            </ul>
          </Sheet>
        </section>
      ))}
    </>
  )
}
