import { useEffect, useRef } from 'react'
import { Segment } from '../../components/segment.tsx'
import { useStudioPlace } from './use-studio-place.ts'
import { w } from './words.ts'

/** The list that is left takes its switch along: the one of the other list goes on where the focus was. */
let switching = false

/** The two lists of the Studio: pipelines, and the commands and agents of the library. */
export function HomeSwitch() {
  const { library, openList, openLibrary } = useStudioPlace()
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!switching) return
    switching = false
    // The choices know their places with the next frame; until then arrow keys would start from the first one.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus())
  }, [])
  return (
    <span ref={box} className="flex">
      <Segment
        label={w.home.label}
        value={library === null ? 'pipelines' : 'library'}
        options={[
          { value: 'pipelines', label: w.list.title },
          { value: 'library', label: w.home.library },
        ]}
        onChange={(next) => {
          switching = true
          if (next === 'library') openLibrary({ view: 'list' })
          else openList()
        }}
      />
    </span>
  )
}
