import { useEffect, useState } from 'react'
import { m } from './messages.ts'

/** The shell's shape while the core has not answered; after two seconds it says what is awaited. */
export function StartingPage() {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 2_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="grid h-full grid-cols-[4rem_minmax(0,1fr)] grid-rows-[2.75rem_minmax(0,1fr)] max-narrow:grid-cols-[3rem_minmax(0,1fr)]">
      <main className="col-start-2 row-start-2 grid place-items-center rounded-tl-sheet border-t border-l border-line bg-paper text-ink-3">
        <p role="status">{long ? m.shell.startingLong : <span className="sr-only">{m.shell.starting}</span>}</p>
      </main>
    </div>
  )
}
