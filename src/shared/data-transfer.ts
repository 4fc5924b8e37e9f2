import { type DataTask, type HeldFile, PIECE_BYTES } from './data.ts'
import { TuttiError } from './errors.ts'

interface CallOptions {
  readonly signal?: AbortSignal
}

/** What is needed of the core's `data` procedures. */
export interface DataCalls {
  beginUpload(input: { name: string; bytes: number }, options?: CallOptions): Promise<{ id: string }>
  upload(input: { id: string; offset: number; base64: string }, options?: CallOptions): Promise<unknown>
  read(input: { id: string; offset: number }, options?: CallOptions): Promise<{ base64: string; end: boolean }>
  discard(input: { id: string }, options?: CallOptions): Promise<unknown>
  cancel(input: { id: string }): Promise<unknown>
  watch(input?: undefined, options?: CallOptions): Promise<AsyncIterable<DataTask[]>>
}

export interface FileSource {
  readonly name: string
  readonly bytes: number
  /** The bytes from `offset` on, at most `length`, as base64. */
  read(offset: number, length: number): Promise<string>
}

/** Hands a file to the core piece by piece; returns the id by which the core holds it. What was sent is deleted where it stops. */
export async function uploadFile(
  calls: DataCalls,
  file: FileSource,
  signal: AbortSignal,
  onBytes: (done: number) => void,
): Promise<string> {
  const { id } = await calls.beginUpload({ name: file.name.slice(0, 255), bytes: file.bytes }, { signal })
  try {
    for (let offset = 0; offset < file.bytes; offset += PIECE_BYTES) {
      signal.throwIfAborted()
      await calls.upload({ id, offset, base64: await file.read(offset, PIECE_BYTES) }, { signal })
      onBytes(Math.min(offset + PIECE_BYTES, file.bytes))
    }
    return id
  } catch (error) {
    await calls.discard({ id }).catch(() => undefined)
    throw error
  }
}

/** The pieces of a file that the core holds, in order, as base64. */
export async function* downloadFile(calls: DataCalls, file: HeldFile, signal: AbortSignal): AsyncGenerator<string> {
  for (let offset = 0; ; offset += PIECE_BYTES) {
    const { base64, end } = await calls.read({ id: file.id, offset }, { signal })
    yield base64
    if (end) return
  }
}

/** Follows a task to its end and returns what it came to. `signal` stops the task itself. Throws the task's error. */
export async function followTask(
  calls: DataCalls,
  taskId: string,
  signal: AbortSignal,
  onProgress: (task: DataTask) => void,
): Promise<DataTask> {
  const stop = () => void calls.cancel({ id: taskId }).catch(() => undefined)
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (signal.aborted) stop()
    for await (const tasks of await calls.watch(undefined)) {
      const task = tasks.find(({ id }) => id === taskId)
      if (task === undefined) break
      onProgress(task)
      if (task.error !== null) throw TuttiError.fromInfo(task.error)
      if (task.state === 'cancelled') throw new TuttiError('cancelled', 'Stopped.')
      if (task.state === 'done') return task
    }
    throw new TuttiError('core-gone', 'The work ended with the core. Start it again.')
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
