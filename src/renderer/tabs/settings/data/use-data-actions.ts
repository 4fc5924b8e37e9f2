import { useState } from 'react'
import type { DataTask } from '../../../../shared/data.ts'
import { uploadFile } from '../../../../shared/data-transfer.ts'
import { callError } from '../../../state/call-error.ts'
import { language } from '../../../state/language.ts'
import { useSession } from '../../../state/use-session.ts'
import { saveHeldFile, sourceOf } from './transfer-file.ts'
import { d } from './words.ts'

/** A file on its way between this page and the core. */
export type Transfer = { readonly title: string; readonly done: number; readonly total: number; readonly onStop: () => void }

/** What the section does. `changed`: the data folder holds something else now. */
export function useDataActions(changed: () => void) {
  const { client, attempt } = useSession()
  const [transfer, setTransfer] = useState<Transfer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [restarting, setRestarting] = useState(false)

  const move = async (title: string, total: number, work: (signal: AbortSignal, onBytes: (done: number) => void) => Promise<void>) => {
    const stop = new AbortController()
    const show = (done: number) => setTransfer({ title, done, total, onStop: () => stop.abort() })
    setProblem(null)
    show(0)
    try {
      await work(stop.signal, show)
    } catch (thrown) {
      if (!stop.signal.aborted) setProblem(callError(thrown).message)
    } finally {
      setTransfer(null)
    }
  }
  const upload = (file: File, use: (id: string) => Promise<unknown>) =>
    void move(d.uploading(file.name), file.size, async (signal, onBytes) => {
      await use(await uploadFile(client.data, sourceOf(file), signal, onBytes))
    })
  /** The core answers, then starts anew; the shell shows the data that are there then. */
  const swap = async (work: Promise<unknown>) => {
    setRestarting(true)
    if ((await attempt(work.then(() => true))) === undefined) return setRestarting(false)
    await client.app.snapshot().catch(() => undefined)
    setTimeout(() => {
      setRestarting(false)
      changed()
    }, 2000)
  }

  return {
    transfer,
    problem,
    restarting,
    exportAll: () => void attempt(client.data.exportAll({ language })),
    backUp: () => void attempt(client.data.backUp()),
    checkBackup: (file: File) => upload(file, (id) => client.data.checkBackup({ id })),
    importChats: (file: File) => upload(file, (id) => client.data.importChats({ id })),
    save: ({ id, file }: DataTask) => {
      if (file === null) return
      void move(d.saving, file.bytes, async (signal, onBytes) => {
        await saveHeldFile(client, file, signal, onBytes)
        await client.data.dismiss({ id })
      })
    },
    stop: (id: string) => void attempt(client.data.cancel({ id })),
    dismiss: (id: string) => void attempt(client.data.dismiss({ id })),
    restore: (taskId: string) => void swap(client.data.restore({ taskId })),
    bringBack: (id: string) => void swap(client.data.bringBack({ id })),
    deleteAll: () => void swap(client.data.deleteAll({ confirmed: 'DELETE' })),
    forget: (id: string) => void attempt(client.data.forgetSetAside({ id })).then(changed),
  }
}
