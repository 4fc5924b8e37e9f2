import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '../../components/class-names.ts'
import { usePlace } from './use-place.ts'

type SettingsSectionProps = {
  readonly id: string
  readonly title: string
  readonly intro: string
  readonly action?: ReactNode
  /** Takes the height that is left, for a list that scrolls by itself. */
  readonly fill?: boolean
  readonly children: ReactNode
}

/** A heading, one sentence, the section's main action, and its settings. It scrolls into view where it is the place. */
export function SettingsSection({ id, title, intro, action, fill = false, children }: SettingsSectionProps) {
  const { section } = usePlace()
  const ref = useRef<HTMLElement>(null)
  const shown = section === id
  useEffect(() => {
    if (shown) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <section
      ref={ref}
      aria-labelledby={`settings-${id}`}
      className={classNames(
        '@container mx-auto w-full max-w-[53.75rem] scroll-mt-7 scroll-mb-8',
        fill ? 'flex min-h-0 flex-1 flex-col' : 'mb-8',
      )}
    >
      <div className="mb-2.5 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id={`settings-${id}`} className="text-18 font-semibold tracking-[-0.006em]">
            {title}
          </h2>
          <p className="max-w-[76ch] text-pretty text-ink-2">{intro}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
