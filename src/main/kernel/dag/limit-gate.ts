import type { Gate, Release } from './gate.ts'
import { Heap } from './heap.ts'
import type { DagNode } from './node.ts'
import { compareRanks, type Rank } from './rank.ts'

interface Waiter {
  readonly rank: Rank
  readonly arrival: number
  start: ((release: Release) => void) | null
}

/** At most `limit` nodes at a time over all graphs that share this gate; whoever ranks first goes first, then whoever came first. */
export function limitGate(limit: number): Gate<DagNode> {
  let taken = 0
  let arrivals = 0
  const waiters = new Heap<Waiter>((a, b) => (compareRanks(a.rank, b.rank) || a.arrival - b.arrival) < 0)

  const place = (): Release => {
    taken += 1
    let held = true
    return () => {
      if (!held) return
      held = false
      taken -= 1
      admit()
    }
  }

  const admit = () => {
    while (taken < limit) {
      const next = waiters.pop()
      if (next === undefined) return
      if (next.start !== null) next.start(place())
    }
  }

  return {
    acquire(_, signal, rank) {
      signal.throwIfAborted()
      if (taken < limit) return place()
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiter.start = null
          reject(signal.reason)
        }
        const waiter: Waiter = {
          rank,
          arrival: arrivals++,
          start: (release) => {
            signal.removeEventListener('abort', leave)
            resolve(release)
          },
        }
        waiters.push(waiter)
        signal.addEventListener('abort', leave, { once: true })
      })
    },
  }
}
