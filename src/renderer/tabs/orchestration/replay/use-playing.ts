import { useEffect, useState } from 'react'
import type { RunEvent } from '../../../../shared/run.ts'

/** A pause between two events is played no longer than this, in ms. */
const LONGEST_MS = 4_000

/** A place among events that is set by hand or moves by itself, as fast as it was. The place counts the events that have happened. */
export function usePlaying(events: readonly RunEvent[]) {
  const [place, setPlace] = useState(events.length)
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    if (!playing) return
    const next = events[place]
    if (next === undefined) {
      setPlaying(false)
      return
    }
    const wait = Math.min(LONGEST_MS, Math.max(0, next.at - (events[place - 1]?.at ?? next.at)))
    const timer = setTimeout(() => setPlace(place + 1), wait)
    return () => clearTimeout(timer)
  }, [playing, place, events])
  return {
    place,
    playing,
    go: (to: number) => {
      setPlaying(false)
      setPlace(Math.min(events.length, Math.max(1, to)))
    },
    play: () => {
      if (place >= events.length) setPlace(1)
      setPlaying(true)
    },
    pause: () => setPlaying(false),
  }
}
