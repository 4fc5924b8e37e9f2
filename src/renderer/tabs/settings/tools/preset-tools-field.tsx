import { useApp } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { toolWords } from './tool-title.ts'
import { t } from './words.ts'

type PresetToolsFieldProps = { readonly chosen: readonly string[]; readonly onChange: (tools: string[]) => void }

/** Which of the allowed tools the members of a preset may call. One that was chosen stays in the list when it is switched off. */
export function PresetToolsField({ chosen, onChange }: PresetToolsFieldProps) {
  const tools = useApp((app) => app.tools.tools).filter(({ name, permission }) => permission !== 'never' || chosen.includes(name))
  const toggle = (name: string, on: boolean) => onChange(on ? [...chosen, name] : chosen.filter((other) => other !== name))
  return (
    <FormRow label={t.presetTools} note={tools.length === 0 ? t.presetToolsNone : t.presetToolsNote} top>
      {tools.length > 0 && (
        <ul aria-label={t.presetTools} className="flex flex-wrap gap-x-5 gap-y-1.5 pt-1">
          {tools.map((tool) => (
            <li key={tool.name}>
              <label className="flex items-center gap-1.5">
                <input
                  type="checkbox"
                  checked={chosen.includes(tool.name)}
                  onChange={(event) => toggle(tool.name, event.target.checked)}
                  className="size-3.5 accent-accent"
                />
                {tool.source.type === 'mcp' ? tool.name : toolWords(tool).title}
                <span className="text-12 text-ink-3">
                  {tool.permission === 'never' ? t.offHint : t.permissions[tool.permission].toLowerCase()}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </FormRow>
  )
}
