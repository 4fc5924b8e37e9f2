import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type MessagePort, parentPort } from 'node:worker_threads'
import { TuttiError } from '../../../shared/errors.ts'
import { connectBeside } from '../connect-beside.ts'
import { storageError } from '../storage-error.ts'
import type { JobContext, JobHandler } from './job.ts'
import { type JobAnswer, type JobRequest, type JobSignal, PARTS_AHEAD, type ThreadData } from './job-messages.ts'

/** The worker's side: answers every request with its handler. Jobs run beside each other, each giving way between its awaits. */
export function serveJobs(handlers: readonly JobHandler[], { home }: ThreadData): void {
  const db = connectBeside(join(home, 'tutti.db'))
  const byName = new Map(handlers.map((each) => [each.name, each]))
  parentPort?.on('message', (request: JobRequest) => void answer(request))

  async function answer({ name, input, port, cancelled }: JobRequest): Promise<void> {
    const tell = (message: JobAnswer<unknown, unknown>) => port.postMessage(message)
    try {
      const found = byName.get(name)
      if (found === undefined) throw new TuttiError('internal', `The worker has no job “${name}”.`)
      tell({ type: 'done', output: await found.work(input, contextOf(port, cancelled)) })
    } catch (thrown) {
      tell({ type: 'failed', error: storageError(thrown).toInfo() })
    }
  }

  function contextOf(port: MessagePort, cancelled: Int32Array<SharedArrayBuffer>): JobContext<unknown> {
    const controller = new AbortController()
    const nobodyWaits = () => new TuttiError('cancelled', 'Stopped.')
    const check = () => {
      if (Atomics.load(cancelled, 0) === 1) throw nobodyWaits()
    }
    let ahead = 0
    let wake: () => void = () => undefined
    const stop = () => {
      controller.abort(nobodyWaits())
      Atomics.store(cancelled, 0, 1)
      wake()
    }
    port.on('message', (message: JobSignal) => {
      if (message === 'cancel') return stop()
      ahead -= 1
      wake()
    })
    port.on('close', stop)
    return {
      db,
      home,
      signal: controller.signal,
      check,
      breathe: async () => {
        await nextTurn()
        check()
      },
      emit: async (part) => {
        check()
        port.postMessage({ type: 'part', part } satisfies JobAnswer<unknown, unknown>)
        ahead += 1
        while (ahead >= PARTS_AHEAD) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
          check()
        }
      },
    }
  }
}
