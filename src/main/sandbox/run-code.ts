import { getQuickJS, type QuickJSContext, type QuickJSHandle, shouldInterruptAfterDeadline } from 'quickjs-emscripten'
import type { CodeJob } from './sandbox-job.ts'

const STACK_BYTES = 512 * 1024

/**
 * Runs the body of a function of `input` in QuickJS, compiled to WebAssembly: it has the language and nothing else. Throws with the
 * code's own error, or where it takes too long, too much memory or returns no JSON.
 */
export async function runCode({ source, input, timeMs, memoryMb }: CodeJob): Promise<unknown> {
  const quickjs = await getQuickJS()
  using runtime = quickjs.newRuntime({ memoryLimitBytes: memoryMb * 1024 * 1024, maxStackSizeBytes: STACK_BYTES })
  const until = Date.now() + timeMs
  runtime.setInterruptHandler(shouldInterruptAfterDeadline(until))
  using context = runtime.newContext()
  using given = context.newString(JSON.stringify(input ?? null))
  context.setProp(context.global, 'given', given)
  const program = `JSON.stringify((function (input) {\n${source}\n})(JSON.parse(given)))`
  const result = context.evalCode(program, 'stage.js')
  if (result.error) {
    using error = result.error
    if (Date.now() >= until) throw new Error(`The code ran for more than ${timeMs} ms. Give it more time, or less to do.`)
    throw new Error(errorText(context, error))
  }
  using value = result.value
  const text: unknown = context.dump(value)
  if (typeof text !== 'string') throw new Error('The code returned no value that can be written as JSON. End it with return.')
  return JSON.parse(text)
}

function errorText(context: QuickJSContext, error: QuickJSHandle): string {
  const dumped: unknown = context.dump(error)
  if (typeof dumped !== 'object' || dumped === null || !('message' in dumped)) return String(dumped)
  // The function's own first line is the second of the program.
  const line = 'stack' in dumped ? /stage\.js:(\d+)/.exec(String(dumped.stack))?.[1] : undefined
  return `${String(dumped.message)}${line === undefined ? '' : ` (line ${Number(line) - 1})`}`
}
