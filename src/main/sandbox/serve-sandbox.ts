import type { MessagePort } from 'node:worker_threads'
import { ExpressionError, evaluate } from './evaluate.ts'
import type { SandboxReply, SandboxRequest } from './sandbox-job.ts'

/** The worker's side: answers one job after the other. */
export function serveSandbox(port: MessagePort): void {
  port.on('message', (request: SandboxRequest) => {
    void answer(request).then((reply) => port.postMessage(reply))
  })
}

async function answer({ id, job }: SandboxRequest): Promise<SandboxReply> {
  try {
    if (job.type === 'evaluate') return { id, ok: true, value: await evaluate(job) }
    if (job.type === 'validate') {
      const { validate } = await import('./validate.ts')
      return { id, ok: true, value: validate(job) }
    }
    if (job.type === 'calculate') {
      const { calculate } = await import('./calculate.ts')
      return { id, ok: true, value: calculate(job) }
    }
    if (job.type === 'query') {
      const { query } = await import('./query.ts')
      return { id, ok: true, value: query(job) }
    }
    if (job.type === 'read-html') {
      const { readHtml } = await import('./read-html.ts')
      return { id, ok: true, value: readHtml(job) }
    }
    const { runCode } = await import('./run-code.ts')
    return { id, ok: true, value: await runCode(job) }
  } catch (thrown) {
    return {
      id,
      ok: false,
      where: thrown instanceof ExpressionError ? thrown.where : '',
      message: thrown instanceof Error ? thrown.message : String(thrown),
    }
  }
}
