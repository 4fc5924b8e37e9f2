import { useMemo } from 'react'
import { PipelineId } from '../../../../shared/ids.ts'
import { Pipeline } from '../../../../shared/pipeline.ts'
import { m } from '../../../app/messages.ts'
import { fileName, saveFile } from '../../../state/save-file.ts'
import { useSession } from '../../../state/use-session.ts'
import { useStudioPlace } from '../use-studio-place.ts'
import { w } from '../words.ts'

const t = w.actions
/** The core reads no longer text. */
const MOST_BYTES = 5_000_000

/** Create, copy, import, export, and delete, which can be undone. */
export function usePipelineActions() {
  const { client, attempt, toasts } = useSession()
  const { openPipeline, openList } = useStudioPlace()
  return useMemo(() => {
    const saveAndOpen = async (pipeline: Pipeline): Promise<boolean> => {
      if ((await attempt(client.pipelines.save(pipeline))) === undefined) return false
      openPipeline(pipeline.id)
      return true
    }
    const newId = () => PipelineId.parse(crypto.randomUUID())
    return {
      create: () => saveAndOpen(Pipeline.parse({ id: newId(), name: w.list.newName, stages: [] })),
      /** A template keeps its name, a copy of one's own says that it is one. */
      copy: async (id: PipelineId, name: (name: string) => string = t.copyName) => {
        const pipeline = await attempt(client.pipelines.get({ id }))
        if (pipeline) await saveAndOpen({ ...pipeline, id: newId(), name: name(pipeline.name).slice(0, 120) })
      },
      /** A pipeline of one's own from one that the library gives. */
      adopt: (pipeline: Pipeline) => saveAndOpen({ ...pipeline, id: newId() }),
      /** Fills in a new pipeline with what the file says; nothing runs. */
      importFile: async (file: File) => {
        if (file.size > MOST_BYTES) return toasts.say(t.tooLarge(file.name), null, 'bad')
        const reading = await attempt(file.text().then((text) => client.pipelines.read({ text })))
        if (!reading || !(await saveAndOpen({ ...reading.pipeline, id: newId() }))) return
        const { pipeline, unknown } = reading
        toasts.say([t.imported(pipeline.name), ...(unknown.length === 0 ? [] : [t.unknown(unknown.slice(0, 8).join(', '))])].join(' '))
      },
      exportFile: async (pipeline: Pipeline, format: 'json' | 'yaml') => {
        const written = await attempt(client.pipelines.write({ pipeline, format }))
        if (written)
          saveFile(`${fileName(pipeline.name)}.${format}`, written.text, format === 'json' ? 'application/json' : 'application/yaml')
      },
      remove: async (id: PipelineId) => {
        const pipeline = await attempt(client.pipelines.get({ id }))
        if (!pipeline || (await attempt(client.pipelines.remove({ id }).then(() => true))) === undefined) return
        openList()
        const bringBack = () => void attempt(client.pipelines.save(pipeline))
        toasts.say(t.removed(pipeline.name), { label: m.common.undo, run: bringBack })
      },
    }
  }, [client, attempt, toasts, openPipeline, openList])
}
