import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { OpenCell } from './cell.ts'
import type { SandboxReply } from './sandbox-job.ts'

const FILE = new URL(import.meta.url.endsWith('.ts') ? '../sandbox-process.ts' : './sandbox-process.js', import.meta.url)
/** Electron's binary works as Node's with the one; Windows starts no program without the other. */
const ENVIRONMENT = {
  ELECTRON_RUN_AS_NODE: '1',
  ...(process.env.SYSTEMROOT === undefined ? {} : { SYSTEMROOT: process.env.SYSTEMROOT }),
}

/** A process without environment, for what computes in native calls: it can be killed in the middle of them. It ends with this one. */
export const openProcess: OpenCell = ({ reply, ended }) => {
  const child = fork(fileURLToPath(FILE), { env: ENVIRONMENT, execArgv: [], stdio: 'ignore' })
  const gone = Promise.withResolvers<void>()
  child.on('message', (message) => {
    if (isReply(message)) reply(message)
  })
  const left = () => {
    gone.resolve()
    ended()
  }
  child.on('error', left)
  child.on('exit', left)
  child.unref()
  child.channel?.unref()
  return {
    post: (request) => void child.send(JSON.parse(JSON.stringify(request)), () => undefined),
    end: () => {
      child.kill('SIGKILL')
      return gone.promise
    },
  }
}

function isReply(message: unknown): message is SandboxReply {
  return typeof message === 'object' && message !== null && 'id' in message && 'ok' in message
}
