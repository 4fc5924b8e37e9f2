import { TriangleAlert } from 'lucide-react'
import { m } from '../../../app/messages.ts'

const p = m.settings.providers

/** Said loudly where keys cannot be kept, with what to do. */
export function VaultWarning() {
  return (
    <div role="alert" className="mb-3 flex gap-2.5 rounded-control bg-warn-soft px-3 py-2.5">
      <TriangleAlert size={16} aria-hidden className="mt-0.5 text-warn" />
      <div>
        <p className="font-semibold">{p.memoryTitle}</p>
        <p className="text-pretty">{p.memoryRemedy}</p>
      </div>
    </div>
  )
}
