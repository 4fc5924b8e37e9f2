import { useApp } from '../../../state/use-session.ts'
import { ChoiceList } from '../fields/choice-list.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { toolWords } from './tool-title.ts'
import { t } from './words.ts'

type PresetToolsFieldProps = { readonly chosen: readonly string[]; readonly onChange: (tools: string[]) => void }

/** Which of the allowed tools the members of a preset may call. One that was chosen stays in the list when it is switched off. */
export function PresetToolsField({ chosen, onChange }: PresetToolsFieldProps) {
  const tools = useApp((app) => app.tools.tools).filter(({ name, permission }) => permission !== 'never' || chosen.includes(name))
  const options = tools.map((tool) => ({
    value: tool.name,
    label: tool.source.type === 'mcp' ? tool.name : toolWords(tool).title,
    hint: tool.permission === 'never' ? t.offHint : t.permissions[tool.permission].toLowerCase(),
  }))
  return (
    <FormRow label={t.presetTools} note={tools.length === 0 ? t.presetToolsNone : t.presetToolsNote} top>
      {tools.length > 0 && <ChoiceList label={t.presetTools} options={options} chosen={chosen} onChange={onChange} />}
    </FormRow>
  )
}
