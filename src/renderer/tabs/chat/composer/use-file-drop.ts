import { type RefObject, useEffect, useState } from 'react'

/** Files and folders as they were dropped; the files of a folder are read from its entry. */
type OnFiles = (files: readonly File[], entries: readonly FileSystemEntry[]) => void

/** Files dropped anywhere on the place around `inside` are attached. true while some are held over it. */
export function useFileDrop(inside: RefObject<HTMLElement | null>, onFiles: OnFiles): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const area = inside.current?.closest('section') ?? inside.current
    if (!area) return
    const stop = new AbortController()
    const withFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const listen = (type: 'dragover' | 'dragleave' | 'drop', work: (event: DragEvent) => void) =>
      area.addEventListener(type, work, { signal: stop.signal })
    listen('dragover', (event) => {
      if (!withFiles(event)) return
      event.preventDefault()
      setOver(true)
    })
    listen('dragleave', (event) => {
      if (!(event.relatedTarget instanceof Node) || !area.contains(event.relatedTarget)) setOver(false)
    })
    listen('drop', (event) => {
      if (!withFiles(event)) return
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      const entries = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
      if (files.length > 0) onFiles(files, entries)
    })
    return () => stop.abort()
  }, [inside, onFiles])
  return over
}
