import { useEffect, useState } from 'react'
import { useEditorState } from '../editor/use-editor.ts'
import type { TextFormat } from './read-text.ts'
import { writeText } from './write-text.ts'

/** The text of the pipeline: as it is being typed, else as it is written; null until it is for the first time. */
export function usePipelineText(format: TextFormat): string | null {
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const typed = useEditorState(({ history }) => history.now.text)
  const [written, setWritten] = useState<string | null>(null)
  useEffect(() => {
    let asked = true
    void writeText(pipeline, format).then((text) => asked && setWritten(text))
    return () => {
      asked = false
    }
  }, [pipeline, format])
  return typed ?? written
}
