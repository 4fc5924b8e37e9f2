import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { linkTarget } from '../state/link-gate.ts'
import { useSession } from '../state/use-session.ts'

type LinkProps = { readonly href: string | undefined; readonly children: ReactNode; readonly icon?: boolean }

/** A link out of Tutti. It goes through the gate; an address that the gate refuses is plain text. */
export function Link({ href, children, icon = false }: LinkProps) {
  const { links } = useSession()
  const target = href === undefined ? null : linkTarget(href)
  if (!target) return <span title={href}>{children}</span>
  return (
    <a
      href={target.url}
      title={target.url}
      rel="noopener noreferrer nofollow"
      onClick={(event) => {
        event.preventDefault()
        links.ask(target.url)
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
      {icon && <ExternalLink size={12} aria-hidden className="ml-0.5 inline align-[-1px]" />}
    </a>
  )
}
