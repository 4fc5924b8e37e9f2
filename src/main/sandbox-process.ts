import { openThread } from './sandbox/open-thread.ts'

/** Works in a thread, so that it hears when nobody is there any more, also while the thread is busy in a native call. */
const thread = openThread({ reply: (reply) => process.send?.(reply), ended: () => process.exit(1) })
process.on('message', (request) => thread.post(request))
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
