/** At most one call of `work` every `everyMs`; the first at once, the last never lost. */
export type Throttle = { readonly request: () => void; readonly flush: () => void; readonly stop: () => void }

export function throttle(work: () => void, everyMs: number): Throttle {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = false
  const run = () => {
    due = false
    timer = setTimeout(() => {
      timer = undefined
      if (due) run()
    }, everyMs)
    work()
  }
  return {
    request: () => {
      due = true
      if (timer === undefined) run()
    },
    flush: () => {
      if (due) {
        due = false
        work()
      }
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
      due = false
    },
  }
}

/** One call of `work` once nothing was requested for `quietMs`, and at the latest after `mostMs`. */
export function debounce(work: () => void, quietMs: number, mostMs = quietMs * 4): Throttle {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | undefined
  const flush = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    since = undefined
    work()
  }
  return {
    request: () => {
      const now = performance.now()
      since ??= now
      clearTimeout(timer)
      timer = setTimeout(flush, Math.max(0, Math.min(quietMs, since + mostMs - now)))
    },
    flush,
    stop: () => {
      clearTimeout(timer)
      timer = undefined
      since = undefined
    },
  }
}
