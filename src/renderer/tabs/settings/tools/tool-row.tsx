import { TriangleAlert } from 'lucide-react'
import { ToolPermission, type ToolView } from '../../../../shared/tool.ts'
import { Segment } from '../../../components/segment.tsx'
import { useSession } from '../../../state/use-session.ts'
import { toolWords } from './tool-title.ts'
import { t } from './words.ts'

/** A tool: what it does, what it lacks, and whether it may be called. */
export function ToolRow({ tool }: { readonly tool: ToolView }) {
  const { client, attempt } = useSession()
  const { title, about } = toolWords(tool)
  const lacks = tool.permission !== 'never' && tool.needs !== null ? t.needs[tool.needs] : null
  const options = ToolPermission.options.filter((value) => value !== 'always' || !tool.asksEachTime)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line px-4.5 py-2.5 first:border-t-0 @max-[36rem]:px-3">
      <div className="min-w-0 flex-1 basis-72">
        <h4 className="font-medium wrap-anywhere">{title}</h4>
        <p className="line-clamp-2 text-12 text-pretty text-ink-2 wrap-anywhere">{about}</p>
        {lacks !== null && (
          <p className="flex items-center gap-1.5 text-12 text-warn">
            <TriangleAlert size={14} aria-hidden />
            {lacks}
          </p>
        )}
      </div>
      <Segment
        label={t.permissionOf(title)}
        value={tool.permission}
        options={options.map((value) => ({ value, label: t.permissions[value] }))}
        onChange={(permission) => void attempt(client.tools.setPermission({ name: tool.name, permission }))}
      />
    </li>
  )
}
