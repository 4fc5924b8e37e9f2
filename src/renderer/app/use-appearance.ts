import { useEffect, useLayoutEffect } from 'react'
import { keepLanguage } from '../state/language.ts'
import { useApp, useSession } from '../state/use-session.ts'

/** Theme, contrast, motion and text size of the settings, on the root element; everything else follows from it. Another language is another load. */
export function useAppearance(): void {
  const { tabs } = useSession()
  const theme = useApp((app) => app.settings.appearance.theme)
  const contrast = useApp((app) => app.settings.appearance.contrast)
  const motion = useApp((app) => app.settings.appearance.motion)
  const textSize = useApp((app) => app.settings.appearance.textSize)
  const language = useApp((app) => app.settings.appearance.language)
  useLayoutEffect(() => {
    const root = document.documentElement
    setOrDelete(root, 'theme', theme)
    setOrDelete(root, 'contrast', contrast)
    setOrDelete(root, 'motion', motion)
    root.style.fontSize = textSize === 100 ? '' : `${textSize}%`
  }, [theme, contrast, motion, textSize])
  useEffect(() => {
    if (!keepLanguage(language)) return
    tabs.flush()
    location.reload()
  }, [language, tabs])
}

function setOrDelete(root: HTMLElement, name: string, value: string): void {
  if (value === 'system') delete root.dataset[name]
  else root.dataset[name] = value
}
