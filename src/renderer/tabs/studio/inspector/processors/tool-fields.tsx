import { z } from 'zod'
import type { ToolView } from '../../../../../shared/tool.ts'
import { Select } from '../../../../components/select.tsx'
import { useApp } from '../../../../state/use-session.ts'
import { w } from '../../words.ts'
import { Labelled } from '../labelled.tsx'
import { NamedExpressions } from '../named-expressions.tsx'
import type { ProcessorProps } from './processor-props.ts'

const Schema = z.object({ properties: z.record(z.string(), z.unknown()).default({}), required: z.array(z.string()).default([]) }).loose()

/** Which tool is called, and with what. */
export function ToolFields({ processor, problem, onChange }: ProcessorProps<'tool'>) {
  const tools = useApp((app) => app.tools.tools)
  const chosen = tools.find(({ name }) => name === processor.tool)
  const options = tools.map(({ name, title, permission }) => ({ value: name, label: title, hint: w.inspect.permissions[permission] }))
  const known = chosen ? options : [...options, { value: processor.tool, label: processor.tool }]
  return (
    <>
      <Labelled label={w.inspect.tool} note={noteOf(chosen)}>
        <Select
          label={w.inspect.tool}
          value={processor.tool}
          options={known}
          onChange={(tool) =>
            onChange({
              ...processor,
              tool,
              arguments: argumentsFor(
                tools.find(({ name }) => name === tool),
                processor.arguments,
              ),
            })
          }
          className="w-full"
        />
      </Labelled>
      <NamedExpressions
        title={w.inspect.toolArguments}
        addLabel={w.inspect.addArgument}
        values={processor.arguments}
        problem={(name) => problem(`arguments.${name}`)}
        onChange={(values, of) => onChange({ ...processor, arguments: values }, of)}
      />
    </>
  )
}

function noteOf(tool: ToolView | undefined): string {
  if (tool === undefined) return ''
  if (tool.permission === 'never') return `${tool.description} ${w.inspect.toolNever}`
  return tool.needs === null ? tool.description : `${tool.description} ${w.inspect.toolNeeds}`
}

/** What the tool needs, with what is filled in already. */
function argumentsFor(tool: ToolView | undefined, filled: Readonly<Record<string, string>>): Record<string, string> {
  const schema = Schema.safeParse(tool?.inputSchema)
  if (!schema.success) return { ...filled }
  const kept = Object.entries(filled).filter(([name]) => name in schema.data.properties)
  return { ...Object.fromEntries(schema.data.required.map((name) => [name, 'input'])), ...Object.fromEntries(kept) }
}
