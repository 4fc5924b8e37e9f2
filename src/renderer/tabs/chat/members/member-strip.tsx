import { ChevronRight } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { useOverflow } from '../../../state/use-overflow.ts'

type MemberStripProps = { readonly children: ReactNode; readonly count: number }

/** Columns side by side; where there is no room for all, they scroll with snap and a button says that there are more. */
export function MemberStrip({ children, count }: MemberStripProps) {
  const strip = useRef<HTMLDivElement>(null)
  const more = useOverflow(strip, count)
  const scroll = () => strip.current?.scrollBy({ left: strip.current.clientWidth * 0.8, behavior: 'smooth' })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div role="group" aria-label={m.chat.membersLabel} className="relative mt-6">
      <div ref={strip} data-more={more || undefined} className="member-strip flex snap-x overflow-x-auto overflow-y-hidden pb-1">
        {children}
      </div>
      {more && (
        <IconButton look="plain" label={m.chat.moreMembers} onClick={scroll} className="absolute! top-3 right-0 rounded-full! shadow-float">
          <ChevronRight size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
