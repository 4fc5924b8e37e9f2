import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { usePlace } from '../use-place.ts'

const t = m.settings.presets

type PresetHeadProps = { readonly name: string; readonly isDefault: boolean; readonly children: ReactNode }

/** The way back, the open preset's name, and what can be done with it. */
export function PresetHead({ name, isDefault, children }: PresetHeadProps) {
  const { go } = usePlace()
  const title = useRef<HTMLHeadingElement>(null)
  // What was clicked to come here is gone; reading goes on at the title.
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-2">
      <Button look="bare" onClick={() => go('presets')} className="-ml-2.5">
        <ArrowLeft size={14} aria-hidden />
        {t.back}
      </Button>
      <h3 ref={title} tabIndex={-1} className="min-w-0 truncate text-15 font-semibold">
        {name}
      </h3>
      {isDefault && <Tag tone="accent">{t.isDefault}</Tag>}
      <span className="ml-auto" />
      {children}
    </div>
  )
}
