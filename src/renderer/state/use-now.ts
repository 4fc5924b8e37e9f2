import { useEffect, useState } from 'react'

/** The time in epoch ms; while `active` the component renders four times a second. */
export function useNow(active: boolean): number {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => tick((count) => count + 1), 250)
    return () => clearInterval(timer)
  }, [active])
  // Read anew at each render: an event may be newer than the last tick.
  return Date.now()
}
