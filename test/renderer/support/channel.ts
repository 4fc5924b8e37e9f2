/** A stream that a test pushes into. */
export function channel<T>(signal: AbortSignal | undefined) {
  const waiting: T[] = []
  let wake: () => void = () => {}
  let ended: 'open' | 'broken' | 'closed' = 'open'
  signal?.addEventListener('abort', () => {
    ended = 'closed'
    wake()
  })
  return {
    push: (value: T) => {
      waiting.push(value)
      wake()
    },
    fail: () => {
      ended = 'broken'
      wake()
    },
    read: async function* (): AsyncGenerator<T> {
      while (true) {
        const next = waiting.shift()
        if (next !== undefined) yield next
        else if (ended === 'closed') return
        else if (ended === 'broken') throw new Error('The connection was lost.')
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    },
  }
}
