import { useState } from 'react'
import { Pipeline } from '../../../../shared/pipeline.ts'
import { w } from '../words.ts'
import { useEditor, useEditorState } from './use-editor.ts'

/** The pipeline's name, changed where it stands. An empty one goes back to what it was. */
export function NameField() {
  const editor = useEditor()
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <h1 className="min-w-0 text-15 font-semibold">
      <input
        aria-label={w.bar.name}
        value={typed ?? pipeline.name}
        onChange={(event) => {
          const name = Pipeline.shape.name.safeParse(event.target.value)
          setTyped(event.target.value)
          if (name.success) editor.change({ ...pipeline, name: name.data }, 'name')
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        className="field-sizing-content h-7 max-w-72 min-w-24 truncate rounded-control border border-transparent bg-transparent px-1.5 hover:border-line"
      />
    </h1>
  )
}
