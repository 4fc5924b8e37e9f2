import { ImageOff } from 'lucide-react'
import { m } from '../app/messages.ts'
import { linkTarget } from '../state/link-gate.ts'
import { Link } from './link.tsx'

/** An image that a model named: never loaded, since loading it tells its host that the answer was read. */
export function RemoteImage({ src, alt }: { readonly src: string; readonly alt: string }) {
  const target = linkTarget(src)
  return (
    <span className="inline-flex items-baseline gap-1 text-12 text-ink-2">
      <ImageOff size={14} aria-hidden className="translate-y-0.5" />
      {target ? <Link href={src}>{m.common.imageLink(target.host, alt)}</Link> : m.common.imageInline(alt)}
    </span>
  )
}
