import { useCallback, useEffect, useState } from 'react'
import type { DataPlace, DataTask } from '../../../../shared/data.ts'
import type { Client } from '../../../state/client.ts'
import { useSession } from '../../../state/use-session.ts'
import { wait } from '../../../state/wait.ts'

const RETRY_MS = 1000

/** The tasks of the data folder, the same in every window, and what is in it, read again whenever a task has ended. */
export function useDataTasks(): { readonly tasks: readonly DataTask[]; readonly place: DataPlace | null; readonly reload: () => void } {
  const { client } = useSession()
  const [tasks, setTasks] = useState<readonly DataTask[]>([])
  const [place, setPlace] = useState<DataPlace | null>(null)
  const [wanted, setWanted] = useState(0)
  const running = tasks.filter(({ state }) => state === 'running').length
  useEffect(() => {
    const stop = new AbortController()
    void watchTasks(client, setTasks, () => setWanted((times) => times + 1), stop.signal)
    return () => stop.abort()
  }, [client])
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say when what is shown is out of date.
  useEffect(() => {
    const stop = new AbortController()
    client.data.place(undefined, { signal: stop.signal }).then(setPlace, () => undefined)
    return () => stop.abort()
  }, [client, running, wanted])
  const reload = useCallback(() => setWanted((times) => times + 1), [])
  return { tasks, place, reload }
}

/** Goes on after the core has started anew, until `signal` aborts. */
async function watchTasks(
  client: Client,
  take: (tasks: readonly DataTask[]) => void,
  again: () => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const tasks of await client.data.watch(undefined, { signal })) take(tasks)
    } catch {
      // The connection went; the shell says so.
    }
    await wait(RETRY_MS, signal).catch(() => undefined)
    if (!signal.aborted) again()
  }
}
