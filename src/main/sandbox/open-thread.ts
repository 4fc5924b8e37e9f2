import { Worker } from 'node:worker_threads'
import type { OpenCell } from './cell.ts'
import type { SandboxReply } from './sandbox-job.ts'

/** Built, the thread's file lies beside the bundle; from the sources, above the room. */
const FILE = new URL(import.meta.url.endsWith('.ts') ? '../sandbox-worker.ts' : './sandbox-worker.js', import.meta.url)
const MAX_HEAP_MB = 256

/** A thread without environment. It can be ended wherever JavaScript or WebAssembly runs in it, but not within a native call. */
export const openThread: OpenCell = ({ reply, ended }) => {
  const worker = new Worker(FILE, {
    name: 'tutti-sandbox',
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, stackSizeMb: 4 },
  })
  worker.on('message', (message: SandboxReply) => reply(message))
  worker.on('error', ended)
  worker.on('exit', ended)
  worker.unref()
  return {
    post: (request) => worker.postMessage(request),
    end: async () => void (await worker.terminate()),
  }
}
