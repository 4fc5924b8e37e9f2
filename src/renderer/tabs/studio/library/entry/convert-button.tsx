import { LoaderCircle, Square, Waypoints } from 'lucide-react'
import { Button } from '../../../../components/button.tsx'
import { w } from '../words.ts'
import type { Conversion } from './use-conversion.ts'

const t = w.entry

/** Drafts phases, and says so while it does. */
export function ConvertButton({ busy, start, stop }: Conversion) {
  return (
    <>
      <span role="status" className={busy ? 'flex items-center gap-1.5 text-12 text-ink-2' : 'sr-only'}>
        {busy && (
          <>
            <LoaderCircle size={14} aria-hidden className="text-accent" />
            {t.converting}
          </>
        )}
      </span>
      {busy ? (
        <Button onClick={stop}>
          <Square size={14} aria-hidden />
          {t.stop}
        </Button>
      ) : (
        <Button title={t.convertingNote} onClick={start}>
          <Waypoints size={14} aria-hidden />
          {t.convert}
        </Button>
      )}
    </>
  )
}
